import { holderOf } from '../../domain/incident/index.js';
import type { Actor } from '../../domain/incident/index.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import { formatDate } from '../../domain/words/index.js';
import type { ReportSectionWords } from '../../domain/words/index.js';
import type { SignaturePage, Table } from '../model.js';
import { postOf } from './context.js';
import type { ReportContext } from './context.js';
import { lastOf } from './find.js';

type Part = keyof ReportSectionWords['parts'];

interface Member {
  person?: PersonId;
  post?: PostId;
  parts: Part[];
}

/** Everybody who takes part in the report, with room to sign; and who has signed it off already. */
export function signatures(context: ReportContext, heading: string): SignaturePage {
  const { words, sectionWords, tables, names, lang, zone, generatedAt } = context;
  const { labels } = words;
  const rows = members(context).map((member) => memberRow(context, member));
  const columns = [
    { heading: labels.name, width: 13 },
    { heading: sectionWords.columns.department, width: 19 },
    { heading: labels.post, width: 21 },
    { heading: sectionWords.columns.part, width: 17 },
    { heading: labels.signature, width: 15 },
    { heading: labels.date, width: 15 },
  ];
  // Before the other one, which is numbered after it.
  const { table } = tables.table(words.captions.signatures, columns, rows);
  const signed = signOffs(context);
  return {
    heading,
    note: sectionWords.signatures.note,
    table,
    ...(signed === undefined ? {} : { signed }),
    seal: words.seal,
    organisation: names.organisation(lang),
    date: formatDate(generatedAt, lang, zone),
  };
}

/** Each person once, with all parts: whoever writes, analyses, reviews and approves, commands, leads a team, or signed the end. */
function members({ state, events }: ReportContext): Member[] {
  const { plan } = state.basis;
  const { report, analysis } = plan.aftermath ?? {};
  const called = new Set(
    events.flatMap((event) =>
      event.type === 'called' ? event.calls.flatMap(({ target }) => (target.kind === 'team' ? [target.id] : [])) : [],
    ),
  );
  const leads = plan.teams.filter(({ id }) => called.has(id)).map(({ lead }) => lead);
  const posts: [PostId | undefined, Part][] = [
    [report?.owner, 'author'],
    [analysis?.owner, 'analysis'],
    [report?.reviewer, 'reviewer'],
    [report?.approver, 'approver'],
    [plan.command.commander, 'commander'],
    ...leads.map((lead): [PostId, Part] => [lead, 'member']),
  ];
  const all = new Map<string, Member>();
  const add = (key: string, { parts, ...member }: Member): void => {
    const before = all.get(key);
    // Whoever has a part of their own is a member as well.
    const more = parts.filter((part) => part !== 'member' || before === undefined);
    all.set(key, { ...member, ...before, parts: [...new Set([...(before?.parts ?? []), ...more])] });
  };
  for (const [post, part] of posts) {
    if (post === undefined) continue;
    const person = holderOf(state, post);
    add(person ?? `post ${post}`, { ...(person === undefined ? {} : { person }), post, parts: [part] });
  }
  const terminated = lastOf(events, 'terminated');
  const signed: Actor[] = terminated === undefined ? [] : [terminated.proposedBy, terminated.actor];
  for (const actor of signed) {
    if (actor.kind === 'person') add(actor.id, { person: actor.id, parts: ['signatory'] });
  }
  return [...all.values()];
}

function memberRow(context: ReportContext, { person, post = postHeld(context, person), parts }: Member): string[] {
  const { words, sectionWords, say } = context;
  return [
    person === undefined ? sectionWords.vacant : say.person(person),
    department(context, post),
    post === undefined ? words.blank : say.post(post),
    say.list(parts.map((part) => sectionWords.parts[part])),
    '',
    '',
  ];
}

function postHeld({ posts }: ReportContext, person: PersonId | undefined): PostId | undefined {
  return person === undefined ? undefined : posts.get(person);
}

/** The team of the post; those of command belong to none. */
function department({ state, sectionWords, names, lang }: ReportContext, post: PostId | undefined): string {
  const { posts, teams, command } = state.basis.plan;
  const team = posts.find(({ id }) => id === post)?.team ?? teams.find(({ lead }) => lead === post)?.id;
  if (team !== undefined) return names.team(team, lang);
  const isCommand = post === command.commander || command.deputies.some((id) => id === post);
  return isCommand ? sectionWords.command : names.organisation(lang);
}

/** Only of a report that is approved: until then somebody may still send it back. */
function signOffs(context: ReportContext): Table | undefined {
  const { words, sectionWords, tables, aftermath, say, hashAt } = context;
  const { labels } = words;
  const { approval } = aftermath;
  if (approval?.stage !== 'approved') return undefined;
  const rows = (['submitted', 'reviewed', 'approved'] as const).flatMap((name) => {
    const act = approval[name];
    if (act === undefined) return [];
    return [
      [
        sectionWords.signatures.acts[name],
        act.by.kind === 'person' ? say.person(act.by.id) : say.actor(act.by),
        postOf(context, act),
        context.timeCell(act.at),
        String(act.seq),
        hashAt?.(act.seq) ?? words.blank,
      ],
    ];
  });
  const columns = [
    { heading: labels.role, width: 12 },
    { heading: labels.name, width: 13 },
    { heading: labels.post, width: 20 },
    { heading: labels.time, width: 20 },
    { heading: labels.number, width: 9 },
    { heading: sectionWords.columns.hash, width: 26 },
  ];
  return tables.table(sectionWords.captions.signOffs, columns, rows).table;
}
