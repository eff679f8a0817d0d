import type { Request } from 'express';
import type { KnownHead } from '../../domain/record.js';
import { HeadsQuery } from '../contract.js';
import { parseQuery } from '../parse.js';

/** Hashes that whoever asks has kept. */
export function headsAsked(req: Request): KnownHead[] {
  const { heads = '' } = parseQuery(HeadsQuery, req);
  const each = heads.split(',').filter((one) => one !== '');
  return each.map((one) => {
    const [seq = '', hash = ''] = one.split(':');
    return { seq: Number(seq), hash };
  });
}
