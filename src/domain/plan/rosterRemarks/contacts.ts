import { said } from '../../lang.js';
import { contactsVerified } from '../contactsVerified.js';
import { daysBetween } from '../days.js';
import { warning } from '../remark.js';
import type { Remark } from '../remark.js';
import type { Person } from '../roster.js';
import { namesake } from '../rosterOwnIssues.js';
import { activePeople } from './check.js';
import type { RosterCheck, RosterRemarkCode } from './check.js';

/** Whether each person can be reached, as themselves. */
export function contactRemarks(check: RosterCheck): Remark<RosterRemarkCode>[] {
  return [...sharedPhones(check), ...unverified(check)];
}

function sharedPhones(check: RosterCheck): Remark<RosterRemarkCode>[] {
  const owners = new Map<string, Person>();
  return activePeople(check).flatMap(({ person, i }) => {
    const { phone } = person.contacts;
    if (phone === undefined) return [];
    const first = owners.get(phone) ?? person;
    owners.set(phone, first);
    if (first === person) return [];
    const path = ['people', i, 'contacts', 'phone'];
    if (namesake(first, person)) {
      return warning(
        'suspected_double',
        path,
        said(`"${person.id}" has name and telephone of "${first.id}"`, `“${person.id}”与“${first.id}”姓名和电话相同`),
        said('if it is the same person, keep one of the two entries', '如系同一人，请只保留一条'),
      );
    }
    return warning(
      'shared_phone',
      path,
      said(`"${person.id}" has the telephone of "${first.id}"`, `“${person.id}”与“${first.id}”共用一部电话`),
      said('add a mobile number that reaches this person alone', '请补充只能联系到本人的手机号码'),
    );
  });
}

function unverified(check: RosterCheck): Remark<RosterRemarkCode>[] {
  return activePeople(check).flatMap(({ person, i }) => {
    if (contactsVerified(person, check.verifiedWithinDays, check.today)) return [];
    const { id, verifiedAt } = person;
    const todo = said('send a test message, and write down the day of the answer', '发送测试消息，收到答复后登记日期');
    if (verifiedAt === undefined) {
      const found = said(`nobody has made sure yet that "${id}" can be reached`, `“${id}”的联系方式从未核实`);
      return warning('contacts_unverified', ['people', i], found, todo);
    }
    const days = daysBetween(verifiedAt, check.today);
    const found =
      days < 0
        ? said(
            `the contacts of "${id}" are said to be verified on ${verifiedAt}, a day to come`,
            `“${id}”的联系方式核实日期${verifiedAt}尚未到来`,
          )
        : said(
            `the contacts of "${id}" were last verified ${days} days ago, on ${verifiedAt}`,
            `“${id}”的联系方式上次核实于${verifiedAt}，已过${days}天`,
          );
    return warning('contacts_unverified', ['people', i, 'verifiedAt'], found, todo);
  });
}
