import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { HOUR } from '../../domain/time.js';
import { hashToken, newToken } from '../../seal/index.js';
import type { Token as StoredToken } from '../../store/index.js';
import { operatorOnly } from '../auth.js';
import { TokenRequest } from '../contract.js';
import type { NewToken, Token, TokenList } from '../contract.js';
import { parseBody } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readJson } from '../readBody.js';
import { iso, isoIfAny } from '../views/named.js';
import type { Routes } from './router.js';

const DAY = 24 * HOUR;
const USUAL_DAYS = 90;

/** Who may act as whom. No post gives this right: only the operator token does. */
export const tokenRoutes: Routes = (router, { store, directory, settings, log }) => {
  router.post('/api/v1/tokens', operatorOnly, ...readJson, async (req, res) => {
    const { person, label = '', expiresInDays = USUAL_DAYS } = parseBody(TokenRequest, req);
    if (person !== undefined) await requirePerson(person);
    const secret = newToken();
    const createdAt = settings.now();
    const token = {
      id: randomUUID(),
      holder: person === undefined ? { kind: 'operator' as const } : { kind: 'person' as const, id: person },
      label,
      expiresAt: createdAt + expiresInDays * DAY,
    };
    await store.createToken({ ...token, hash: hashToken(secret) });
    log.info({ tokenId: token.id, holder: token.holder }, 'token created');
    const answer = { ...tokenView({ ...token, createdAt }), token: secret } satisfies z.infer<typeof NewToken>;
    res.status(201).location(`/api/v1/tokens/${token.id}`).set('Cache-Control', 'no-store').json(answer);
  });

  router.get('/api/v1/tokens', operatorOnly, async (_req, res) => {
    const tokens = await store.listTokens();
    res.json({ items: tokens.map(tokenView) } satisfies z.infer<typeof TokenList>);
  });

  router.delete('/api/v1/tokens/:tokenId', operatorOnly, async (req, res) => {
    const tokenId = String(req.params['tokenId']);
    // Revoking twice is as good as once; only an id that never was is an error.
    if (!(await store.revokeToken(tokenId)) && !(await store.listTokens()).some((token) => token.id === tokenId)) {
      throw new ProblemError('token_not_found', { tokenId: tokenId.slice(0, 100) });
    }
    log.info({ tokenId }, 'token revoked');
    res.status(204).end();
  });

  async function requirePerson(person: string): Promise<void> {
    const people = await directory.people();
    if (!people.some(({ id }) => id === person)) throw new ProblemError('unknown_person', { person });
  }
};

function tokenView({ id, holder, label, createdAt, expiresAt, revokedAt }: StoredToken): Token {
  return {
    id,
    operator: holder.kind === 'operator',
    person: holder.kind === 'person' ? holder.id : undefined,
    label: label === '' ? undefined : label,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    revokedAt: isoIfAny(revokedAt),
  };
}
