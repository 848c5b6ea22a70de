/** A member of an object as a proxy hands it out: methods stay bound to the object itself. */
export function memberOf(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}
