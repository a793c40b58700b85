type Method = (...parameters: readonly unknown[]) => unknown;

/** What stands in for something that is not there yet, and hands every call on to it once it is. */
export interface StandIn<T extends object> {
  readonly port: T;
  readonly become: (real: T) => void;
}

/** A class, also one that is only made by its own functions. */
type Kind<T extends object> = Function & { readonly prototype: T };

/** Something with the methods of this class, of which none can be called before it became one. Fields are not handed on. */
export function standIn<T extends object>(kind: Kind<T>): StandIn<T> {
  let real: T | undefined;
  const port: T = Object.create(kind.prototype);
  for (const name of methodsOf(kind.prototype)) {
    const call: Method = (...parameters) => {
      if (real === undefined) throw new Error(`${kind.name}.${String(name)} was called before there was one`);
      return Reflect.apply(Reflect.get(real, name) as Method, real, parameters);
    };
    Object.defineProperty(port, name, { value: call });
  }
  const become = (arrived: T): void => {
    real = arrived;
  };
  return { port, become };
}

/** Of a class and those above it. */
function methodsOf(prototype: object): ReadonlySet<string | symbol> {
  const names = new Set<string | symbol>();
  for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Reflect.ownKeys(at)) if (name !== 'constructor') names.add(name);
  }
  return names;
}
