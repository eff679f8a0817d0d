import type { Details } from '../incident/index.js';
import type { PlanStatus } from '../plan/lifecycle/index.js';
import { listOf, numberOf, textOf } from './details.js';
import type { PlanRefusalSentences } from './planRefusals.js';
import { planStatusWords } from './planStatus.js';
import type { Speaker } from './speaker.js';

const status = (id: string | undefined): string => planStatusWords(id as PlanStatus, 'en');
const postsOr = (ids: string[], say: Speaker): string => ids.map(say.post).join(' or ');
const orPosts = (ids: string[], say: Speaker): string => (ids.length > 0 ? `, a holder of ${postsOr(ids, say)}` : '');
const warning = (found: Details): string => `${textOf(found, 'rule') ?? ''} ${textOf(found, 'path') ?? ''}`;
const held = (ids: string[], say: Speaker): string => say.list(ids.map(say.post)) || 'none';

export const planRefusalsEn: PlanRefusalSentences = {
  post_required: () => ({
    title: 'Only people with a post in the roster may do this',
    detail:
      'The sender holds no post. Have yourself entered in the roster, or ask somebody who holds a post or the operator.',
  }),
  not_reviewer: ({ found, needed }, say) => ({
    title: 'Not a reviewer of this version',
    detail: `Posts held by the sender: ${held(listOf(found, 'posts'), say)}. This version is reviewed by: ${postsOr(listOf(needed, 'posts'), say)}. Ask one of them.`,
  }),
  not_approver: ({ found, needed }, say) => ({
    title: 'Not the approver of this version',
    detail: `Posts held by the sender: ${held(listOf(found, 'posts'), say)}. This version is signed by: ${postsOr(listOf(needed, 'posts'), say)}. Ask that person.`,
  }),
  not_responsible: ({ found, needed }, say) => ({
    title: 'Neither an author of this version nor responsible for it',
    detail: `Posts held by the sender: ${held(listOf(found, 'posts'), say)}. Needed: one of its authors (${say.people(listOf(needed, 'people')) || 'none with a name'})${orPosts(listOf(needed, 'posts'), say)}, or the operator. Ask one of them.`,
  }),
  not_addressed: ({ needed }, say) => ({
    title: 'Nothing to acknowledge',
    detail: `This version was not given to the sender. It goes to: ${postsOr(listOf(needed, 'posts'), say) || 'nobody'}. Nothing needs to be done.`,
  }),
  wrong_status: ({ found, needed }) => ({
    title: 'Not possible as the version stands',
    detail: `The version is ${status(textOf(found, 'status'))}; this needs one that is ${listOf(needed, 'statuses').map(status).join(' or ')}. Look at its steps first: muster plan show.`,
  }),
  plan_in_force: ({ found }) => ({
    title: 'This version is in force',
    detail: `Version ${numberOf(found, 'version') ?? ''} is effective, and without a plan no incident could be reported. Put another version into effect instead.`,
  }),
  version_exists: ({ found, needed }) => ({
    title: 'This version exists already',
    detail: `Version ${numberOf(found, 'version') ?? ''} is ${status(textOf(found, 'status'))}. Write version ${numberOf(needed, 'version') ?? ''} into the plan; a draft may also be replaced (--replace).`,
  }),
  authors_missing: () => ({
    title: 'Who wrote this version?',
    detail: 'The operator brings in what others wrote. Name at least one author (--author), by the id in the roster.',
  }),
  version_not_next: ({ found, needed }) => ({
    title: 'The version number must be the next one',
    detail: `The plan says version ${numberOf(found, 'version') ?? ''}, the newest one kept is ${numberOf(found, 'newest') ?? ''}. Write version ${numberOf(needed, 'version') ?? ''} into the plan.`,
  }),
  other_version: ({ found, needed }, say) => ({
    title: 'The document is another version',
    detail: `It says ${say.quote(textOf(found, 'id'))} version ${numberOf(found, 'version') ?? ''}; what is to be replaced is ${say.quote(textOf(needed, 'id'))} version ${numberOf(needed, 'version') ?? ''}. Correct one of the two.`,
  }),
  control_missing: () => ({
    title: 'The plan does not say who reviews and approves it',
    detail: 'Its section "control" is missing. Add approver, reviewers, distribution and review cycle.',
  }),
  words_required: ({ needed }) => ({
    title: 'A text is needed',
    detail: `The field "${textOf(needed, 'field') ?? ''}" is empty; it goes on the record. Send it again with words.`,
  }),
  reviewer_withdrew: () => ({
    title: 'The reviewer has withdrawn from this version',
    detail: 'Whoever has an interest in a version takes no part in its review. Ask another reviewer.',
  }),
  content_changed: ({ found, needed }) => ({
    title: 'The content may be other than what was read',
    detail: `${textOf(found, 'hash') === undefined ? 'This version came back to its authors once, and may have changed since you read it.' : `You have read ${textOf(found, 'hash') ?? ''}.`} Under review is ${textOf(needed, 'hash') ?? ''}. Read it, then send its hash along (--hash, the first eight characters suffice).`,
  }),
  already_reviewed: () => ({
    title: 'Reviewed already',
    detail: 'The review of this person is on the record. Nothing more needs to be done.',
  }),
  reviews_missing: ({ found, needed }, say) => ({
    title: 'Reviews are missing',
    detail: `Reviewers who approve and count: ${numberOf(found, 'reviewers') ?? 0}; the plan asks for at least ${numberOf(needed, 'reviewers') ?? 0} from: ${postsOr(listOf(needed, 'posts'), say)}. Have them review it first.`,
  }),
  author_reviews_alone: ({ found, needed }, say) => ({
    title: 'An author may not be the only reviewer',
    detail: `All reviewers who approve have written it: ${say.people(listOf(found, 'people'))}. Ask another holder of: ${postsOr(listOf(needed, 'posts'), say)}.`,
  }),
  author_approves_alone: ({ found, needed }, say) => ({
    title: 'An author may not approve without a review by somebody else',
    detail: `${say.people(listOf(found, 'people'))} wrote it. Have it reviewed by a holder of ${postsOr(listOf(needed, 'posts'), say)} who did not.`,
  }),
  check_errors: ({ found }, say) => ({
    title: 'The check finds errors',
    detail: `Errors: ${numberOf(found, 'count') ?? 0} (${say.list(listOf(found, 'errors').map(say.quote))}). Return the version, mend them and submit it again.`,
  }),
  warnings_open: ({ found }, say) => ({
    title: 'Warnings are not accepted yet',
    detail: `Without a written acceptance: ${say.list(listOf(found, 'warnings').map(say.quote))}. Accept each with a reason, or return the version and mend it.`,
  }),
  unknown_warning: ({ found, needed }, say) => ({
    title: 'The check does not give this warning',
    detail: `Found: ${say.quote(warning(found))}. The check warns of: ${say.list(listOf(needed, 'warnings').map(say.quote)) || 'nothing'}. Name rule and place as the check does.`,
  }),
  already_accepted: ({ found }, say) => ({
    title: 'Accepted already',
    detail: `An acceptance of ${say.quote(warning(found))} is on the record. Nothing more needs to be done.`,
  }),
  author_accepts: () => ({
    title: 'An author may not accept the warnings of the own draft',
    detail: 'Ask a reviewer who did not write it, or the approver.',
  }),
  date_in_past: ({ found, needed }) => ({
    title: 'The date has passed',
    detail: `Found: ${textOf(found, 'from') ?? ''}; it is ${textOf(needed, 'from') ?? ''} now. Name a later moment, or none for now.`,
  }),
  date_in_future: ({ found }) => ({
    title: 'The date has not come',
    detail: `It takes effect ${textOf(found, 'from') ?? 'when its approver sets a date'}. Wait for that moment.`,
  }),
  day_in_future: ({ found, needed }) => ({
    title: 'That day has not come',
    detail: `Found: ${textOf(found, 'on') ?? ''}; at the latest ${textOf(needed, 'on') ?? ''}. Record it once it has happened.`,
  }),
  nothing_new: ({ found }) => ({
    title: 'Nothing would change',
    detail: `This is on the record already${textOf(found, 'from') === undefined ? '' : ` (${textOf(found, 'from')})`}. Nothing more needs to be done.`,
  }),
  older_than_effective: ({ found, needed }) => ({
    title: 'A newer version is in force',
    detail: `This is version ${numberOf(found, 'version') ?? ''}, in force is ${numberOf(found, 'effective') ?? ''}; going back would undo what came since. Bring the content in again as version ${numberOf(needed, 'version') ?? ''} or higher.`,
  }),
  base_superseded: () => ({
    title: 'It was approved against a version that is no longer in force',
    detail:
      'It needed no review because it hardly differed from what was in force then. Bring it in again as a new version, compared with the one in force now.',
  }),
  roster_unfit: ({ found }, say) => ({
    title: 'The people in the roster cannot run this version',
    detail: `In the roster: ${say.list(listOf(found, 'en').map(say.quote))}. Mend the roster first.`,
  }),
  not_approved: ({ found }) => ({
    title: 'Nobody has approved this version',
    detail: `It is ${status(textOf(found, 'status'))} without an approval. Only an approved version is filed and evaluated.`,
  }),
  already_received: () => ({
    title: 'Already acknowledged',
    detail: "This person's acknowledgement is on the record. Nothing more needs to be done.",
  }),
  key_reused: ({ found }, say) => ({
    title: 'This Idempotency-Key belongs to another request',
    detail: `The key ${say.quote(textOf(found, 'key'))} was used for something else on this version. Send this request again under another key.`,
  }),
};
