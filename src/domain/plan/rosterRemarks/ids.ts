import { said } from '../../lang.js';
import { info } from '../remark.js';
import type { Remark } from '../remark.js';
import type { Person } from '../roster.js';
import type { RosterCheck, RosterRemarkCode } from './check.js';

const NAMED = 3;

/**
 * Ids stand in the hash chain for good: whoever is erased is not quite gone where the id is made from the name. One remark
 * for all of them, because it is one decision.
 */
export function idRemarks({ roster }: RosterCheck): Remark<RosterRemarkCode>[] {
  const named = roster.people.filter(isMadeFromName).map(({ id }) => id);
  if (named.length === 0) return [];
  const some = `${named.slice(0, NAMED).join(', ')}${named.length > NAMED ? ' …' : ''}`;
  return [
    info(
      'id_from_name',
      ['people', roster.people.findIndex(isMadeFromName)],
      said(
        `${named.length} ids are made from the names of people (${some}); ids stay in records when somebody is erased`,
        `有 ${named.length} 个人员编号由姓名拼成（${some}）；删除个人信息后，编号仍留在记录中`,
      ),
      said('use staff numbers for new entries', '新增人员请用工号作编号'),
    ),
  ];
}

/** Every word of the name, in one of its languages, is in the id; of one word alone one cannot say. */
function isMadeFromName({ id, name }: Person): boolean {
  const inId = wordsOf(id);
  const names = typeof name === 'string' ? [name] : Object.values(name);
  return names.some((one) => {
    const words = wordsOf(one ?? '');
    const joined = words.join('');
    return words.length > 1 && (words.every((word) => inId.includes(word)) || inId.join('') === joined);
  });
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}
