import { words } from './words.js';

/** Words of the field that several rooms use: scopes, purposes, tests and their results. */
export const termsWords = words('terms', {
  zh: {
    testNaat: '核酸检测',
    testRapid: '抗原检测',
    testOther: '检测 {{code}}',
    resultNot: '没有发现病毒',
    resultFound: '发现了病毒',
    resultUnclear: '看不出结果',
    purposeFamily: '家人关心',
    purposeCarer: '照护',
    scopeStatus: '只看健康码',
    scopeResults: '健康码和检测结果',
    unknownName: '（姓名读不出来）',
    statusClear: '正常',
    statusRetest: '请再测一次',
    statusPositive: '阳性',
    statusNone: '没有近期结果',
  },
  en: {
    testNaat: 'PCR test',
    testRapid: 'Rapid antigen test',
    testOther: 'Test {{code}}',
    resultNot: 'No virus found',
    resultFound: 'Virus found',
    resultUnclear: 'The test could not tell',
    purposeFamily: 'Family',
    purposeCarer: 'Care',
    scopeStatus: 'health code only',
    scopeResults: 'health code and test results',
    unknownName: '(name cannot be read)',
    statusClear: 'Clear',
    statusRetest: 'Please test again',
    statusPositive: 'Positive',
    statusNone: 'No recent result',
  },
});
