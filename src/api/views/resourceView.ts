import { nameIn, textIn } from '../../domain/lang.js';
import type { Holders } from '../../domain/plan/compiled.js';
import type { Day } from '../../domain/plan/days.js';
import type { LedgerItem } from '../../domain/plan/ledger.js';
import { inspectionDue, isExpired, stockOf } from '../../domain/plan/stock.js';
import type { Resource as PlanResource } from '../../domain/plan/stock.js';
import { stockWords } from '../../domain/words/index.js';
import type { Resource } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { named, namedIfAny } from './named.js';

type Voice = Pick<Speech, 'names' | 'lang'>;

/** A resource of the plan with what there is of it today. */
export function resourceView(
  resource: PlanResource,
  ledger: readonly LedgerItem[],
  holders: Holders,
  today: Day,
  speech: Voice,
): Resource {
  const { lang } = speech;
  const { id, name, class: kind, unit, minimum, reorder, location, custodian } = resource;
  const { items, onHand, expired, state } = stockOf(resource, ledger, today);
  return {
    id,
    name: textIn(name, lang),
    class: kind,
    unit: textIn(unit, lang),
    minimum,
    reorder,
    onHand,
    expired,
    state,
    words: stockWords(state, lang),
    location: textIn(location, lang),
    custodian: named(speech, 'post', custodian),
    holders: (holders[custodian] ?? []).map((person) => named(speech, 'person', person)),
    items: items.map((item) => itemView(item, resource, today, speech)),
  };
}

function itemView(item: LedgerItem, resource: PlanResource, today: Day, speech: Voice): Resource['items'][number] {
  const { id, name, location, custodian, deputy, unit, onHand, serials, lastInspected, expires, note } = item;
  const due = inspectionDue(item, resource);
  return {
    id,
    name: name && nameIn(name, speech.lang),
    location: nameIn(location, speech.lang),
    custodian: named(speech, 'person', custodian),
    deputy: namedIfAny(speech, 'person', deputy),
    unit: unit && nameIn(unit, speech.lang),
    onHand,
    serials,
    lastInspected,
    inspectionDue: due,
    overdue: due < today,
    expires,
    expired: isExpired(item, today),
    note,
  };
}
