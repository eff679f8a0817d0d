const ROLES =
  '客户|顾客|用户|供应商|厂商|厂家|承包商|服务商|物业|记者|媒体|消防|消防员|司机|人员|人士|员工|同事|家属|代表|专家|顾问|' +
  '监管|部门|单位|维保|维修|运维|施工|保安|保洁|保洁员|快递|快递员|访客|来访者|警察|民警|公安|审计|检查|领导|一行|电工|夜班|白班|值班';
/** Behind a surname they name somebody. */
const TITLES = '师傅|经理|主任|老师|先生|女士|工程师|医生|护士';
const ENGLISH =
  'support|guest|visitor|customer|client|user|supplier|vendor|contractor|driver|courier|police|press|media|journalist|reporter|' +
  'regulator|inspector|auditor|security|guard|brigade|staff|team|crew|colleague|engineer|technician|electrician|manager|shift';

const GENERAL = new RegExp(`(?:${ROLES})[\\da-z一二三四五六七八九十]{0,2}$|^(?:${TITLES})$|\\b(?:${ENGLISH})s?$`, 'iu');

/** Whether this says as what somebody comes, and not who: it may stand in any text. */
export function isGeneral(words: string): boolean {
  return GENERAL.test(words);
}
