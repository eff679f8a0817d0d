import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { holdersOf } from '../../domain/plan/roster.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import { textIn } from '../../domain/lang.js';
import { stockMoveWords } from '../../domain/words/index.js';
import type { Keeper, KeptUp } from '../../store/index.js';
import { actorOf, tokenOf } from '../auth.js';
import { InspectionRequest, StockItemParams, StockMoveQuery, StockMoveRequest } from '../contract.js';
import type { StockKept, StockMoveList } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { headerId, parse, parseBody, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readJson } from '../readBody.js';
import { groundOf } from '../registers/kind.js';
import { actorView, iso } from '../views/named.js';
import { resourceView } from '../views/resourceView.js';
import type { Routes } from './router.js';

const ITEM = '/api/v1/resources/items/:itemId';

/** What those in whose care an item is do to it outside of incidents, and the use log. */
export const stockRoutes: Routes = (router, parts) => {
  const { store } = parts;

  router.post(`${ITEM}/moves`, ...readJson, async (req, res) => {
    const body = parseBody(StockMoveRequest, req);
    const { item, today } = await inCareOf(parts, req);
    const kept = await store.moveStock({ ...body, item: item.id, today, ...signed(req) });
    await answerKept(req, kept).then((answer) => res.json(answer));
  });

  router.post(`${ITEM}/inspections`, ...readJson, async (req, res) => {
    const body = parseBody(InspectionRequest, req);
    const { item, today } = await inCareOf(parts, req);
    const { on = today } = body;
    if (on > today) throw new ProblemError('inspection_to_come', { on, today });
    const kept = await store.inspectItem({ ...body, on, item: item.id, today, ...signed(req) });
    await answerKept(req, kept).then((answer) => res.json(answer));
  });

  router.get(`${ITEM}/moves`, async (req, res) => {
    const { limit, cursor } = parseQuery(StockMoveQuery, req);
    const { item, resource, speech } = await itemOf(parts, req);
    const rows = await store.movesOf(item.id, limit + 1, cursor);
    const page = rows.slice(0, limit);
    res.json({
      unit: resource === undefined ? '' : textIn(resource.unit, speech.lang),
      next: rows.length > limit ? String(page.at(-1)!.n) : undefined,
      items: page.map(({ item: _, by, at, ...move }) => ({
        ...move,
        at: iso(at),
        words: stockMoveWords(move.as, speech.lang),
        by: by && actorView(by.kind === 'person' ? by : { kind: 'operator' }, speech),
      })),
    } satisfies StockMoveList);
  });

  async function answerKept(req: Request, kept: KeptUp): Promise<StockKept> {
    const itemId = itemIdOf(req);
    if (kept.outcome === 'refused') {
      throw kept.code === 'not_enough_stock'
        ? new ProblemError(kept.code, { item: itemId, available: kept.available })
        : new ProblemError(kept.code, { item: itemId });
    }
    // What is recorded stays recorded; whoever was served by it is told again until it has been heard.
    await parts.stockTeller.tell().catch((error: unknown) => {
      parts.log.error({ err: error }, 'stock was moved, and incidents could not be told yet');
    });
    const { settings } = parts;
    await store.keepUpkeep({ at: settings.now(), zone: settings.zone }).catch((error: unknown) => {
      parts.log.error({ err: error }, 'stock was moved, and what has to be done about it could not be looked at yet');
    });
    const { resource, stock, holders, today, speech } = await itemOf(parts, req);
    if (resource === undefined) throw new ProblemError('item_not_found', { item: itemId });
    return {
      status: kept.outcome === 'done' ? 'recorded' : 'repeated',
      resource: resourceView(resource, stock, holders, today, speech),
    };
  }
};

function itemIdOf(req: Request): string {
  return parse(StockItemParams, req.params, languageOf(req)).itemId;
}

async function itemOf(parts: ApiParts, req: Request) {
  const itemId = itemIdOf(req);
  const [{ plan, roster, today }, now, upkeep] = await Promise.all([
    groundOf(parts),
    parts.store.stockNow(),
    parts.store.openUpkeep(),
  ]);
  const stock = { ...now, upkeep };
  const item = stock.ledger?.document.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new ProblemError('item_not_found', { item: itemId });
  const resource = plan.resources?.find(({ id }) => id === item.resource);
  const speech = { names: namesFrom(plan, roster), lang: languageOf(req) };
  return { item, resource, stock, holders: holdersOf(roster), today, speech };
}

/** Custodian and deputy of the item, holders of the posts that the plan names for its resource, and the operator. */
async function inCareOf(parts: ApiParts, req: Request) {
  const found = await itemOf(parts, req);
  const { item, resource, holders } = found;
  const actor = actorOf(req);
  if (actor.kind === 'operator') return found;
  const posts = [resource?.custodian, resource?.deputy].filter((post) => post !== undefined);
  const keepers = [item.custodian, item.deputy, ...posts.flatMap((post) => holders[post] ?? [])];
  if (!keepers.includes(actor.id)) throw new ProblemError('custodian_required', { item: item.id });
  return found;
}

/** Two people may use the same key. */
function signed(req: Request): { by: Keeper; requestKey: string } {
  const actor = actorOf(req);
  const by: Keeper = actor.kind === 'person' ? actor : { kind: 'operator', tokenId: tokenOf(req) };
  const key = headerId(req, 'Idempotency-Key') ?? randomUUID();
  return { by, requestKey: `${actor.kind === 'person' ? actor.id : 'operator'}/${key}` };
}
