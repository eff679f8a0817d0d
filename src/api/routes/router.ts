import type { Router } from 'express';
import type { ApiParts } from '../deps.js';

/** Adds the addresses of one feature. Paths are written in full, so that logs and metrics can name a route. */
export type Routes = (router: Router, parts: ApiParts) => void;
