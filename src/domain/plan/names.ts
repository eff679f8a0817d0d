import type { Lang } from '../lang.js';

/** What plan and roster call the ids that events and state carry. An unknown id is answered with the id itself. */
export interface Names {
  /** The organisation that owns the plan. */
  organisation(lang: Lang): string;
  plan(lang: Lang): string;
  category(id: string, lang: Lang): string;
  level(id: string, lang: Lang): string;
  incidentLevel(id: string, lang: Lang): string;
  post(id: string, lang: Lang): string;
  team(id: string, lang: Lang): string;
  person(id: string, lang: Lang): string;
  /** Outside the organisation. */
  partner(id: string, lang: Lang): string;
  /** How to reach it. */
  partnerContact(id: string, lang: Lang): string;
  /** By which it helps us. */
  partnerAgreement(id: string, lang: Lang): string;
  qualification(id: string, lang: Lang): string;
  fact(id: string, lang: Lang): string;
  /** A value with its unit, or what an option is called. */
  factValue(id: string, value: number | string, lang: Lang): string;
  responseRule(id: string, lang: Lang): string;
  gradingCriterion(id: string, lang: Lang): string;
  /** Document and clause that a criterion comes from, and whether its figure was compared with them. */
  gradingSource(id: string, lang: Lang): { source: string; verified: boolean };
  terminationCriterion(id: string, lang: Lang): string;
  obligation(id: string, lang: Lang): string;
  /** To whom that report goes. */
  addressee(id: string, lang: Lang): string;
  task(id: string, lang: Lang): string;
  /** In which case public opinion is reported. */
  opinionAlert(id: string, lang: Lang): string;
  /** Of the incident report. */
  reportSection(id: string, lang: Lang): string;
  resource(id: string, lang: Lang): string;
  /** So much of it, in its unit. */
  resourceAmount(id: string, quantity: number, lang: Lang): string;
  /** Of the fund. */
  budget(id: string, lang: Lang): string;
  /** What departments are asked after the end, by its number from 1. */
  lessonQuestion(number: string, lang: Lang): string;
  scenario(id: string, lang: Lang): string;
  /** By which responses and drills are rated, with what it is a part of. */
  ratedCriterion(id: string, lang: Lang): string;
  rating(id: string, lang: Lang): string;
  conclusion(id: string, lang: Lang): string;
  /** Of the summary evaluation. */
  agenda(lang: Lang): string[];
}
