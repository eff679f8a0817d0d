import { CONTENT_TYPES } from '../domain/contentTypes.js';
import { z } from 'zod';
import { PublicFeed, PublicParams, PublicQuery } from './contract.js';
import type { Answer, Operation } from './operation.js';

export const page = ['text/html'];
const { docx } = CONTENT_TYPES;
export const told = (description: string): Answer => ({ media: page, description });

const link = { params: z.object({ token: z.string() }), open: true as const };
const untold = {
  400: told('The link is not valid.'),
  410: told('The link has expired.'),
  503: told('It could not be looked up or recorded; see Retry-After.'),
};

const kept = { 304: { description: 'What the client has already still holds.' } };

/** What everybody may read. */
export const PUBLIC_OPERATIONS: Operation[] = [
  {
    open: true,
    method: 'get',
    path: '/public',
    tag: 'intake',
    summary: 'Public statements, the latest first',
    query: PublicQuery,
    answer: { status: 200, media: page, description: 'A page in the wanted language; with an ETag.' },
    others: kept,
  },
  {
    open: true,
    method: 'get',
    path: '/public/feed.json',
    tag: 'intake',
    summary: 'The latest public statements as a JSON Feed 1.1',
    query: PublicQuery,
    answer: { status: 200, media: ['application/feed+json'], schema: PublicFeed, description: 'With an ETag.' },
    others: kept,
  },
  {
    open: true,
    method: 'get',
    path: '/public/{publicId}',
    tag: 'intake',
    summary: 'One public statement: word by word as it was approved, or that it was withdrawn',
    params: PublicParams,
    query: PublicQuery,
    answer: { status: 200, media: page, description: 'A page in the wanted language; with an ETag.' },
    others: { ...kept, 404: told('Nothing was published under this address.') },
  },
];

/** What stands behind the signed links in mails: pages, for whoever holds the link. */
export const LINK_OPERATIONS: Operation[] = [
  {
    ...link,
    method: 'get',
    path: '/ack/{token}',
    tag: 'people',
    summary: 'The call behind a signed link, and a button; changes nothing',
    answer: { status: 200, media: page, description: 'A page in the language of the person.' },
    others: untold,
  },
  {
    ...link,
    method: 'post',
    path: '/ack/{token}',
    tag: 'people',
    summary: 'By signed link: acknowledge, say when one will be there or that one is, or decline with a reason',
    answer: { status: 200, media: page, description: 'A page that says what became of it.' },
    others: {
      ...untold,
      409: told('Nothing is to be acknowledged any more; the page says why.'),
      422: told('A reason is missing, or the minutes are no number; the page asks for it.'),
    },
  },
  {
    ...link,
    method: 'get',
    path: '/sitrep/{token}',
    tag: 'record',
    summary: 'The SITREP behind a mailed link, in the language of the person; changes nothing',
    answer: {
      status: 200,
      media: page,
      description: 'A released one as it was sent; a draft as of now, marked as one.',
    },
    others: {
      ...untold,
      403: told('The person is no longer in the roster.'),
      404: told('A draft that was never released.'),
    },
  },
  {
    ...link,
    method: 'get',
    path: '/document/{token}',
    tag: 'record',
    summary: 'The document behind a mailed link, in the language of the person; changes nothing',
    answer: { status: 200, media: page, description: 'As it was written.' },
    others: {
      ...untold,
      403: told('The person is no longer in the roster.'),
      404: told('The file is no longer kept.'),
    },
  },
  {
    ...link,
    method: 'get',
    path: '/filing/{token}',
    tag: 'record',
    summary: 'A button that opens the draft behind a mailed link; shows nothing of the incident',
    answer: { status: 200, media: page, description: 'A page in the language of the person.' },
    others: untold,
  },
  {
    ...link,
    method: 'post',
    path: '/filing/{token}',
    tag: 'record',
    summary: 'By mailed link: the draft of what this person has to file, as of now (form field `format`: html or docx)',
    answer: { status: 200, media: [...page, docx], description: 'In the language of the addressee.' },
    others: {
      ...untold,
      403: told('The person is no longer in the roster, or no longer files it.'),
      404: told('The incident runs by no such rule any more, or it has no form.'),
    },
  },
  {
    ...link,
    method: 'get',
    path: '/plan-copy/{token}',
    tag: 'plans',
    summary: 'The version behind a mailed link, and a button; changes nothing',
    answer: { status: 200, media: page, description: 'A page in the language of the person.' },
    others: untold,
  },
  {
    ...link,
    method: 'post',
    path: '/plan-copy/{token}',
    tag: 'plans',
    summary: 'Acknowledge a version by mailed link',
    answer: { status: 200, media: page, description: 'A page that says what became of it.' },
    others: { ...untold, 409: told('The version is no longer given out.') },
  },
  {
    ...link,
    method: 'get',
    path: '/drill-feedback/{token}',
    tag: 'drills',
    summary: 'The feedback sheet of one person behind a mailed link; changes nothing',
    answer: { status: 200, media: page, description: 'A page in the language of the person, with the questions.' },
    others: untold,
  },
  {
    ...link,
    method: 'post',
    path: '/drill-feedback/{token}',
    tag: 'drills',
    summary: 'Hand in feedback on a drill by mailed link (form fields `q1`, `q2` …)',
    answer: { status: 200, media: page, description: 'A page that says what became of it.' },
    others: {
      ...untold,
      403: told('This person is not asked.'),
      409: told('The report is accepted: no more feedback is taken.'),
      422: told('Nothing is filled in, or an answer cannot be taken; the page has the words and asks again.'),
    },
  },
  {
    ...link,
    method: 'get',
    path: '/plan-copy/{token}/document',
    tag: 'plans',
    summary: 'The version behind a mailed link, to read; without names and contacts',
    answer: { status: 200, media: page, description: 'The plan as a formal document.' },
    others: untold,
  },
];
