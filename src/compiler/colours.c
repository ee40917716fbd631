#include "compiler/colours.h"

#include <math.h>
#include <stdbool.h>

static void linear(uint32_t colour, double rgb[3])
{
    for (int i = 0; i < 3; i++) {
        double part = ((colour >> (16 - 8 * i)) & 0xFF) / 255.0;

        rgb[i] = part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
    }
}

static double luminance(uint32_t colour)
{
    double rgb[3];

    linear(colour, rgb);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double colours_contrast(uint32_t a, uint32_t b)
{
    double first = luminance(a), second = luminance(b);

    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

/* ---- what is seen ---- */

static void apply(const double matrix[3][3], const double in[3], double out[3])
{
    for (int i = 0; i < 3; i++)
        out[i] = matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2];
}

static double lab_root(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

struct lab colours_seen(uint32_t colour, enum sight sight)
{
    static const double sights[SIGHT_COUNT][3][3] = {
        [SIGHT_COMMON] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        [SIGHT_PROTAN] = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        [SIGHT_DEUTAN] = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        [SIGHT_TRITAN] = {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
    };
    static const double to_xyz[3][3] = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
    double rgb[3], seen[3], xyz[3];

    linear(colour, rgb);
    apply(sights[sight], rgb, seen);
    for (int i = 0; i < 3; i++)
        seen[i] = fmin(fmax(seen[i], 0), 1);
    apply(to_xyz, seen, xyz);
    double x = lab_root(xyz[0] / 0.95047), y = lab_root(xyz[1]), z = lab_root(xyz[2] / 1.08883);
    return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* ---- CIEDE2000 (Sharma, Wu and Dalal 2005; the names are theirs) ---- */

static double radians(double degrees)
{
    return degrees * M_PI / 180;
}

static double hue(double a, double b)
{
    double degrees = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / M_PI;

    return degrees < 0 ? degrees + 360 : degrees;
}

static double hue_difference(double h1, double h2)
{
    double difference = h2 - h1;

    return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
}

static double hue_mean(double h1, double h2)
{
    double sum = h1 + h2;

    if (fabs(h1 - h2) <= 180)
        return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

static double chroma_weight(double chroma)
{
    double seventh = pow(chroma, 7);

    return sqrt(seventh / (seventh + pow(25, 7)));
}

double colours_distance(struct lab x, struct lab y)
{
    double g = 0.5 * (1 - chroma_weight((hypot(x.a, x.b) + hypot(y.a, y.b)) / 2));
    double a1 = (1 + g) * x.a, a2 = (1 + g) * y.a, c1 = hypot(a1, x.b), c2 = hypot(a2, y.b);
    double h1 = hue(a1, x.b), h2 = hue(a2, y.b);
    bool is_grey = c1 * c2 == 0;
    double l_mean = (x.l + y.l) / 2, c_mean = (c1 + c2) / 2, h_mean = is_grey ? h1 + h2 : hue_mean(h1, h2);
    double dl = y.l - x.l, dc = c2 - c1;
    double dh = is_grey ? 0 : 2 * sqrt(c1 * c2) * sin(radians(hue_difference(h1, h2)) / 2);
    double t = 1 - 0.17 * cos(radians(h_mean - 30)) + 0.24 * cos(radians(2 * h_mean)) + 0.32 * cos(radians(3 * h_mean + 6))
        - 0.20 * cos(radians(4 * h_mean - 63));
    double sl = 1 + 0.015 * (l_mean - 50) * (l_mean - 50) / sqrt(20 + (l_mean - 50) * (l_mean - 50));
    double sc = 1 + 0.045 * c_mean, sh = 1 + 0.015 * c_mean * t;
    double turn = 30 * exp(-((h_mean - 275) / 25) * ((h_mean - 275) / 25));
    double rt = -2 * chroma_weight(c_mean) * sin(radians(2 * turn));

    return sqrt(dl / sl * dl / sl + dc / sc * dc / sc + dh / sh * dh / sh + rt * dc / sc * dh / sh);
}
