/** An object with some of its methods replaced. */
export function instead<T extends object>(of: T, methods: Partial<T>): T {
  return new Proxy(of, {
    get: (target, name) => {
      const replaced = Reflect.get(methods, name);
      if (replaced !== undefined) return replaced;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
