import { namesOver } from '../domain/plan/namesFrom.js';
import { noticeWords } from '../domain/words/index.js';
import type { NoticeTemplate, Recipient } from '../domain/incident/index.js';
import type { OtherIncident } from '../domain/words/index.js';
import { HOUR } from '../domain/time.js';
import { signDocumentLink, signFilingLink, signLink, signSitrepLink } from '../seal/index.js';
import type { NewNotice } from '../store/index.js';
import { addressed } from './addressed.js';
import type { ActivityDeps } from './deps.js';
import type { Notice } from './notify.js';

/** A link in a mail works this long; a call that old has long been answered or escalated. */
const LINK_LIFE = 7 * 24 * HOUR;

/** A draft holds more than a call does; whoever needs it longer is reminded, and each mail has a link of its own. */
const FILING_LINK_LIFE = 3 * 24 * HOUR;

/** Notices that ask for a filing. */
const TO_FILE: ReadonlySet<NoticeTemplate> = new Set<NoticeTemplate>([
  'obligations',
  'obligationsNear',
  'obligationsMissed',
]);

/** The mails of a notice, one for each recipient with an address, in that person's language. */
export async function compose(
  deps: ActivityDeps,
  notice: Notice,
): Promise<{ rows: NewNotice[]; withoutAddress: string[] }> {
  const { incidentId, effect } = notice;
  const [people, others, drafted, names, ...earlier] = await Promise.all([
    deps.directory.people(),
    otherIncidents(deps, effect),
    draftedIn(deps, notice),
    deps.directory.names(notice.plan),
    ...(notice.earlierPlans ?? []).map((plan) => deps.directory.names(plan)),
  ]);
  const rows: NewNotice[] = [];
  const { reached, withoutAddress } = addressed(effect.recipients, people, deps.channel.name);
  for (const { to: recipient, contact, address } of reached) {
    const { noticeId } = effect;
    const { person } = recipient;
    const { subject, text } = noticeWords({
      template: effect.template,
      facts: effect.facts,
      texts: notice.texts,
      names: namesOver(names, ...earlier),
      lang: contact.languages[0] ?? 'en',
      incidentId,
      mode: notice.mode,
      category: notice.category,
      reportedAt: notice.reportedAt,
      ...(notice.occurredAt === undefined ? {} : { occurredAt: notice.occurredAt }),
      recipient,
      ...(effect.acknowledge ? { ackUrl: ackUrl(deps, { incidentId, person, noticeId }) } : {}),
      ...sitrepUrl(deps, { incidentId, person }, effect),
      ...documentUrl(deps, { incidentId, person }, effect),
      ...filingUrls(deps, incidentId, recipient, drafted),
      zone: deps.zone,
      others,
    });
    rows.push({
      id: [incidentId, noticeId, person, deps.channel.name].join('/'),
      incidentId,
      effectId: effect.id,
      noticeId,
      person,
      channel: deps.channel.name,
      address,
      subject,
      text,
      messageId: `${incidentId}.${noticeId}.${person}@muster`,
    });
  }
  return { rows, withoutAddress };
}

/** Of the incidents that also want the people whom the notice is about. */
async function otherIncidents(
  deps: ActivityDeps,
  { facts: { others } }: Notice['effect'],
): Promise<Record<string, OtherIncident>> {
  const ids = Array.isArray(others) ? [...new Set(others)] : [];
  const found = await Promise.all(ids.map(async (id) => [id, await otherIncident(deps, id)] as const));
  return Object.fromEntries(found.flatMap(([id, other]) => (other === undefined ? [] : [[id, other]])));
}

/** The notice leaves without it rather than not at all. */
async function otherIncident({ store, directory, log }: ActivityDeps, id: string): Promise<OtherIncident | undefined> {
  try {
    const other = await store.getIncident(id);
    if (other === undefined) return undefined;
    const { report, grading, basis } = other.state;
    const { level } = grading;
    const names = await directory.names(basis.plan);
    return { title: report.texts.title, names, ...(level === undefined ? {} : { level }) };
  } catch (error) {
    log.warn({ err: error, incidentId: id }, 'a notice does not say what the other incident is');
    return undefined;
  }
}

/** A SITREP that is sent out is a file; until then it is made anew whenever somebody looks. */
function sitrepUrl(
  deps: ActivityDeps,
  to: { incidentId: string; person: string },
  { facts: { documentId, number } }: Notice['effect'],
): { sitrepUrl?: string } {
  if (typeof number !== 'number') return {};
  const file = typeof documentId === 'string' ? { documentId } : {};
  const token = signSitrepLink(deps.signingKey, { ...to, ...file, number, expiresAt: Date.now() + LINK_LIFE });
  return { sitrepUrl: `${deps.publicUrl}/sitrep/${token}` };
}

/** Of a version of the incident report; a SITREP has a link of its own. */
function documentUrl(
  deps: ActivityDeps,
  to: { incidentId: string; person: string },
  { facts: { documentId, version } }: Notice['effect'],
): { documentUrl?: string } {
  if (typeof documentId !== 'string' || typeof version !== 'number') return {};
  const token = signDocumentLink(deps.signingKey, { ...to, documentId, expiresAt: Date.now() + LINK_LIFE });
  return { documentUrl: `${deps.publicUrl}/document/${token}` };
}

/** The reports that the plan has a form for, where the notice asks for a filing. */
async function draftedIn({ directory }: ActivityDeps, { plan, effect }: Notice): Promise<ReadonlySet<string>> {
  if (!TO_FILE.has(effect.template)) return new Set();
  const { obligations = [] } = await directory.document(plan);
  return new Set(obligations.flatMap(({ id, template }) => (template === undefined ? [] : [id])));
}

function filingUrls(
  deps: ActivityDeps,
  incidentId: string,
  { person, obligations = [] }: Recipient,
  drafted: ReadonlySet<string>,
): { filingUrls?: Record<string, string> } {
  const expiresAt = Date.now() + FILING_LINK_LIFE;
  const urls = obligations.flatMap(({ obligation }) => {
    if (!drafted.has(obligation)) return [];
    const token = signFilingLink(deps.signingKey, { incidentId, obligation, person, expiresAt });
    return [[obligation, `${deps.publicUrl}/filing/${token}`] as const];
  });
  return urls.length === 0 ? {} : { filingUrls: Object.fromEntries(urls) };
}

function ackUrl(deps: ActivityDeps, to: { incidentId: string; person: string; noticeId: string }): string {
  const token = signLink(deps.signingKey, { ...to, expiresAt: Date.now() + LINK_LIFE });
  return `${deps.publicUrl}/ack/${token}`;
}
