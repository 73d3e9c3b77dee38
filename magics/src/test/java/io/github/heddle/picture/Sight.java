package io.github.heddle.picture;

/// How colours look to different eyes, and on paper without colour.
enum Sight {
  /// As most people see.
  USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
  /// Without the cones for long waves: Machado, Oliveira and Fernandes 2009, severity 1.
  PROTANOPIA(
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
  /// Without the cones for middle waves: the same.
  DEUTERANOPIA(
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
  /// Without the cones for short waves: the same.
  TRITANOPIA(
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

  @SuppressWarnings("ImmutableEnumChecker") // nothing writes to it
  private final double[] matrix;

  Sight(double... matrix) {
    this.matrix = matrix;
  }

  /// The distance of two colours in CIELAB (1976); from about 10 on they are told apart at a
  /// glance.
  double distance(int one, int other) {
    double[] a = lab(seen(one));
    double[] b = lab(seen(other));
    return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
  }

  /// The lightness L* that is left where there is no colour, 0 to 100.
  static double lightness(int rgb) {
    return lab(USUAL.seen(rgb))[0];
  }

  /// The contrast of two colours as the Web Content Accessibility Guidelines define it, 1 to 21.
  static double contrast(int one, int other) {
    double a = luminance(USUAL.seen(one)) + 0.05;
    double b = luminance(USUAL.seen(other)) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private double[] seen(int rgb) {
    double[] linear = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        seen[row] += matrix[3 * row + column] * linear[column];
      }
      seen[row] = Math.clamp(seen[row], 0.0, 1.0);
    }
    return seen;
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /// CIELAB under the white of sRGB, D65.
  private static double[] lab(double[] rgb) {
    double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    double y = f(luminance(rgb));
    double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double share) {
    return share > 216 / 24389.0 ? Math.cbrt(share) : (24389 / 27.0 * share + 16) / 116;
  }

  private static double square(double value) {
    return value * value;
  }
}
