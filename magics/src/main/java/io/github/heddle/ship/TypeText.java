package io.github.heddle.ship;

/// The type of an object, in words for the user.
final class TypeText {
  private TypeText() {}

  /// Such as `a java.net.Socket`; types of the notebook without what they are wrapped in.
  static String of(Object value) {
    Class<?> type = value.getClass();
    return isLambda(type) || type.isAnonymousClass() ? brief(value) : article(name(type));
  }

  /// Such as `a Socket`.
  static String brief(Object value) {
    Class<?> type = value.getClass();
    if (isLambda(type)) {
      return "a lambda of " + type.getInterfaces()[0].getSimpleName();
    }
    if (type.isAnonymousClass()) {
      Class<?> of = type.getInterfaces().length > 0 ? type.getInterfaces()[0] : superclass(type);
      return "an anonymous " + of.getSimpleName();
    }
    return article(type.getSimpleName());
  }

  private static String article(String name) {
    return ("AEIOUaeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }

  private static Class<?> superclass(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    return superclass == null ? Object.class : superclass;
  }

  private static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.getInterfaces().length > 0;
  }

  private static String name(Class<?> type) {
    boolean ofNotebook = NotebookFiles.isOffClassPath(type) && type.getNestHost() != type;
    return ofNotebook ? type.getSimpleName() : type.getTypeName();
  }
}
