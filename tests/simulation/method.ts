/** Replaces a method of a class. Gives what puts it back. */
export function method<T extends object, Name extends keyof T>(of: T, name: Name, how: (original: T[Name]) => T[Name]) {
  const original = of[name];
  of[name] = how(original);
  return () => {
    of[name] = original;
  };
}
