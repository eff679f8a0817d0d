import { nameIn, textIn } from '../../domain/lang.js';
import type { Holders } from '../../domain/plan/compiled.js';
import type { Day } from '../../domain/plan/days.js';
import type { LedgerItem } from '../../domain/plan/ledger.js';
import { sumOf } from '../../domain/plan/quantity.js';
import { inspectionDue, isExpired, stockOf } from '../../domain/plan/stock.js';
import type { Resource as PlanResource } from '../../domain/plan/stock.js';
import { stockWords } from '../../domain/words/index.js';
import type { StockNow, UpkeepRow } from '../../store/index.js';
import type { Resource } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { named, namedIfAny } from './named.js';
import { openUpkeepView } from './upkeepView.js';

/** With what is open to be done about it. */
export interface KeptStock extends StockNow {
  upkeep: UpkeepRow[];
}

type Voice = Pick<Speech, 'names' | 'lang'>;

/** A resource of the plan with what there is of it today. */
export function resourceView(
  resource: PlanResource,
  now: KeptStock,
  holders: Holders,
  today: Day,
  speech: Voice,
): Resource {
  const { lang } = speech;
  const { id, name, class: kind, unit, minimum, reorder, location, custodian } = resource;
  const { items, onHand, expired, state } = stockOf(resource, now.ledger?.document.items ?? [], today);
  const held = now.held.filter((lot) => lot.mode === 'real' && lot.resource === id);
  const waiting = now.waiting.filter((request) => request.mode === 'real' && request.resource === id);
  const views = items.map((item) => itemView(item, resource, { now, held }, today, speech));
  return {
    id,
    name: textIn(name, lang),
    class: kind,
    unit: textIn(unit, lang),
    minimum,
    reorder,
    onHand,
    expired,
    reserved: sumOf(held.map(({ quantity }) => quantity)),
    available: sumOf(views.map(({ available }) => Math.max(0, available))),
    state,
    words: stockWords(state, lang),
    location: textIn(location, lang),
    custodian: named(speech, 'post', custodian),
    holders: (holders[custodian] ?? []).map((person) => named(speech, 'person', person)),
    heldBy: byIncident(held),
    waiting: byIncident(waiting),
    upkeep: openUpkeepView(now.upkeep, (task) => task.resource === id && task.item === null, today, lang),
    items: views,
  };
}

type Shares = { incidentId: string; quantity: number }[];

/** In the order in which they come. */
function byIncident(shares: Shares): Resource['heldBy'] {
  const incidents = [...new Set(shares.map(({ incidentId }) => incidentId))];
  return incidents.map((incidentId) => {
    const own = shares.filter((share) => share.incidentId === incidentId);
    return { incidentId, quantity: sumOf(own.map(({ quantity }) => quantity)) };
  });
}

function itemView(
  item: LedgerItem,
  resource: PlanResource,
  { now, held }: { now: KeptStock; held: StockNow['held'] },
  today: Day,
  speech: Voice,
): Resource['items'][number] {
  const { id, name, location, custodian, deputy, unit, onHand, serials, lastInspected, expires, note } = item;
  const due = inspectionDue(item, resource);
  const foundBad = now.ledger?.bad.includes(id) ?? false;
  const lots = held.filter((lot) => lot.item === id);
  const reserved = sumOf(lots.map(({ quantity }) => quantity));
  return {
    id,
    name: name && nameIn(name, speech.lang),
    location: nameIn(location, speech.lang),
    custodian: named(speech, 'person', custodian),
    deputy: namedIfAny(speech, 'person', deputy),
    unit: unit && nameIn(unit, speech.lang),
    onHand,
    reserved,
    available: isExpired(item, today) || foundBad ? 0 : sumOf([onHand, -reserved]),
    serials,
    lastInspected,
    inspectionDue: due,
    overdue: due < today,
    foundBad,
    expires,
    expired: isExpired(item, today),
    note,
    upkeep: openUpkeepView(now.upkeep, (task) => task.item === id, today, speech.lang),
  };
}
