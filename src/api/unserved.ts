import type { RequestHandler } from 'express';
import { OPERATIONS } from './operations.js';
import { ProblemError } from './problemError.js';

const ADDRESSES = [...new Set(OPERATIONS.map((operation) => operation.path))].map((path) => ({
  form: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  methods: OPERATIONS.filter((operation) => operation.path === path).map(({ method }) => method.toUpperCase()),
}));

/** Whatever no route took: a known address with another method, or no address at all. */
export const unserved: RequestHandler = (req, _res, next) => {
  const { method, path } = req;
  const known = ADDRESSES.find(({ form }) => form.test(path));
  const found = { method, path: path.slice(0, 200) };
  if (known === undefined) return next(new ProblemError('not_found', found));
  const allowed = known.methods.includes('GET') ? [...known.methods, 'HEAD'] : known.methods;
  // A known address with its own method and yet no route: a feature that is switched off here.
  if (allowed.includes(method)) return next(new ProblemError('not_found', found));
  next(new ProblemError('method_not_allowed', found, { allowed }, { headers: { Allow: allowed.join(', ') } }));
};
