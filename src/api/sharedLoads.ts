/** Requests that come while the same thing is being read share that reading; it may have begun just before they came. */
export function sharedLoads<T>(load: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const loading = new Map<string, Promise<T>>();
  return (id) => {
    const shared = loading.get(id);
    if (shared) return shared;
    const own = load(id).finally(() => loading.delete(id));
    loading.set(id, own);
    return own;
  };
}
