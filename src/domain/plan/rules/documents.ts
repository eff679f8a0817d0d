import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { REGIMES } from '../schema/control.js';

export type Regime = (typeof REGIMES)[number];

/** A document that rules rest on. `regimes`: where one of them binds the operator, the document does. */
export interface Source {
  document: Said;
  regimes?: Regime[];
}

const EVERY_OPERATOR_IN_CHINA: Regime[] = ['cn-cii', 'cn-central-organ', 'cn-other'];

export const PLAN_MEASURES: Source = {
  document: said(
    'Measures for Emergency Plans for Production Safety Accidents (Order 88, amended 2019)',
    '《生产安全事故应急预案管理办法》（令第88号，2019年修正）',
  ),
  regimes: ['cn-production-safety'],
};
export const RESCUE_REGULATION: Source = {
  document: said(
    'Regulation on Emergency Response to Production Safety Accidents (State Council Order 708)',
    '《生产安全事故应急条例》（国务院令第708号）',
  ),
  regimes: ['cn-production-safety'],
};
export const CYBER_REPORTING: Source = {
  document: said(
    'Measures for the Reporting of National Cybersecurity Incidents (CAC)',
    '《国家网络安全事件报告管理办法》',
  ),
  regimes: EVERY_OPERATOR_IN_CHINA,
};
export const RESPONSE_LAW: Source = {
  document: said('Emergency Response Law of the PRC (2024)', '《中华人民共和国突发事件应对法》（2024年修订）'),
  regimes: [...EVERY_OPERATOR_IN_CHINA, 'cn-production-safety'],
};
/** What took the place of the standards in the list of `citations.ts`. */
export const SUCCESSORS: Source = { document: said('The notices that replaced the standards', '标准和文件的代替公告') };
/** The laws behind the plan's own obligations. */
export const LEGAL_LIMITS: Source = {
  document: said('The laws whose limits the plan lists', '预案所列法定报送的依据'),
};
// Recommended standards and doctrine bind nobody.
export const PLAN_GUIDE: Source = { document: said('GB/T 29639-2020', 'GB/T 29639-2020') };
export const CYBER_DRILLS: Source = { document: said('GB/T 38645', 'GB/T 38645') };
export const DRILL_SPECIFICATION: Source = { document: said('YJ/T 9007-2019', 'YJ/T 9007-2019') };
export const INCIDENT_MANAGEMENT: Source = { document: said('ISO/IEC 27035-1:2023', 'ISO/IEC 27035-1:2023') };
export const NIMS: Source = {
  document: said('National Incident Management System (NIMS)', '美国国家突发事件管理系统（NIMS）'),
};
export const HSEEP: Source = {
  document: said(
    'Homeland Security Exercise and Evaluation Program (2020)',
    '美国国土安全演练与评估纲要（HSEEP 2020）',
  ),
};
export const MUSTER: Source = { document: said('Muster', 'Muster') };

export function article(number: number): Said {
  return said(`art. ${number}`, `第${number}条`);
}

export function section(number: string): Said {
  return said(number, number);
}

export function annex(number: string): Said {
  return said(`annex ${number}`, `附录${number}`);
}
