/**
 * Requests that come while the same thing is being read share that reading: 3,000 people who answer at once must not
 * read the state of a large incident 3,000 times. What a request is given may have been read just before it came.
 */
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
