/** Stands where a text was, in what people sent and nothing in the chain repeats. */
export const ERASED = '[erased]';

/** A JSON value without the strings that `erases` names; `count`: how many they were. Keys stay. */
export function redacted<T>(value: T, erases: (text: string, key: string) => boolean): { value: T; count: number } {
  let count = 0;
  const walk = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') {
      if (one === '' || one === ERASED || !erases(one, key)) return one;
      count += 1;
      return ERASED;
    }
    if (Array.isArray(one)) return one.map((item) => walk(item, key));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item, name)]));
  };
  return { value: walk(value, '') as T, count };
}
