import { checkCharacter } from '../../libs/domain/citizen/resident-id.js';
import type { CalendarDate, IdentityDocument } from '../../libs/domain/person.js';
import type { Role } from '../../libs/domain/staff/events.js';
import type { VerifiedIdentity } from '../../libs/application/ports/index.js';
import type { Assurance } from '../../libs/application/request.js';

/** Somebody whom the development issuer signs in: invented, like everything about them. */
export interface CastMember {
  /** By which a token is asked for: lower-case ASCII. */
  readonly name: string;
  /** Who they are in the story. */
  readonly part: string;
  /** What their tokens assert unless another level is asked for. */
  readonly acr: Assurance;
  /** What the issuer vouches for; null for an account without a verified identity. */
  readonly identity: VerifiedIdentity | null;
  /** The appointment that development gives them at start. */
  readonly duty: { readonly role: Role; readonly institution: string } | null;
}

/** A line of the table below. */
interface Line {
  readonly part: string;
  /** Completed years on the day the cast is made, so that a child of 6 is 6 whenever somebody clones this. */
  readonly age: number;
  readonly family: string | null;
  readonly given: string;
  readonly latin?: readonly [family: string | null, given: string];
  /** GB/T 2260 district and the number of the day, or a foreign document. */
  readonly paper: readonly [district: string, sequence: number] | IdentityDocument;
  readonly phone?: string;
  readonly acr?: Assurance;
  readonly duty?: CastMember['duty'];
}

const HAIDIAN = '110108';
const CHAOYANG = '110105';
const passport = (state: string, number: string): IdentityDocument => ({ type: 'passport', state, number });
const staff = (role: Role, institution: string): Pick<Line, 'duty' | 'acr'> => ({ duty: { role, institution }, acr: 'al3' });

const LINES: Readonly<Record<string, Line>> = {
  'wang-fang': { part: 'a mother who grants her daughter a look', age: 62, family: '王', given: '芳', latin: ['Wang', 'Fang'], paper: [HAIDIAN, 26], phone: '+8613910000001' },
  'li-na': { part: 'her daughter, who asks; mother of xiaoyu and xiaoyang', age: 38, family: '李', given: '娜', latin: ['Li', 'Na'], paper: [HAIDIAN, 48], phone: '+8613910000002' },
  'chen-wei': { part: 'father of xiaoyu and xiaoyang', age: 41, family: '陈', given: '伟', latin: ['Chen', 'Wei'], paper: [CHAOYANG, 13], phone: '+8613910000003' },
  'chen-xiaoyu': { part: 'a child of 6', age: 6, family: '陈', given: '小雨', latin: ['Chen', 'Xiaoyu'], paper: [HAIDIAN, 22] },
  'chen-xiaoyang': { part: 'a child of 13', age: 13, family: '陈', given: '小阳', latin: ['Chen', 'Xiaoyang'], paper: [HAIDIAN, 35] },
  'zhao-lei': { part: 'a teenager of 15', age: 15, family: '赵', given: '磊', latin: ['Zhao', 'Lei'], paper: [CHAOYANG, 51], phone: '+8613910000006' },
  'zhao-qiang': { part: 'father of zhao-lei and guo-min', age: 44, family: '赵', given: '强', latin: ['Zhao', 'Qiang'], paper: [CHAOYANG, 71], phone: '+8613910000007' },
  'guo-min': { part: 'a teenager of 17', age: 17, family: '郭', given: '敏', latin: ['Guo', 'Min'], paper: [CHAOYANG, 64], phone: '+8613910000008' },
  'sun-yue': { part: '18 years old', age: 18, family: '孙', given: '悦', latin: ['Sun', 'Yue'], paper: ['310104', 82], phone: '+8613910000009' },
  'zhang-guiying': { part: 'an elderly woman without a phone', age: 84, family: '张', given: '桂英', latin: ['Zhang', 'Guiying'], paper: [HAIDIAN, 4] },
  'liu-yang': { part: 'her carer', age: 47, family: '刘', given: '洋', latin: ['Liu', 'Yang'], paper: [CHAOYANG, 17], phone: '+8613910000011' },
  'ouyang-xue': { part: 'an adult with a family name of two characters', age: 33, family: '欧阳', given: '雪', latin: ['Ouyang', 'Xue'], paper: ['440106', 4], phone: '+8613910000012' },
  aygul: { part: 'an adult without a family name', age: 29, family: null, given: '阿依古丽·买买提', latin: [null, 'Ayigul Maimaiti'], paper: ['650102', 28] },
  'chan-tai-man': { part: 'an adult with a permit', age: 52, family: '陳', given: '大文', latin: ['Chan', 'Tai Man'], paper: { type: 'permit', state: 'HK', number: 'H12345678' } },
  'maria-garcia': { part: 'an adult with a passport', age: 36, family: 'García Márquez', given: 'María José', latin: ['Garcia Marquez', 'Maria Jose'], paper: passport('ES', 'XDA123456') },
  'olena-shevchenko': { part: 'an adult whose name is in Cyrillic', age: 27, family: 'Шевченко', given: 'Олена', latin: ['Shevchenko', 'Olena'], paper: passport('UA', 'FE123456') },
  'yusuf-haddad': { part: 'an adult whose name is in Arabic script', age: 45, family: 'حداد', given: 'يوسف', latin: ['Haddad', 'Yusuf'], paper: passport('JO', 'P1234567') },
  'nguyen-an': { part: 'an adult with diacritics', age: 24, family: 'Nguyễn', given: 'Văn An', latin: ['Nguyen', 'Van An'], paper: passport('VN', 'C1234567') },
  stranger: { part: 'somebody whom nobody granted anything', age: 35, family: '吴', given: '刚', latin: ['Wu', 'Gang'], paper: [CHAOYANG, 39], phone: '+8613910000019' },
  'nurse-zhou': { part: 'staff of the Haidian clinic', age: 31, family: '周', given: '静', latin: ['Zhou', 'Jing'], paper: [HAIDIAN, 66], ...staff('clinic', 'haidian-clinic') },
  'nurse-xu': { part: 'staff of the Haidian clinic', age: 28, family: '徐', given: '丽', latin: ['Xu', 'Li'], paper: [HAIDIAN, 68], ...staff('clinic', 'haidian-clinic') },
  'nurse-ma': { part: 'staff of the Chaoyang clinic', age: 40, family: '马', given: '超', latin: ['Ma', 'Chao'], paper: [CHAOYANG, 95], ...staff('clinic', 'chaoyang-clinic') },
  'registrar-he': { part: 'registrar of the Haidian office', age: 50, family: '何', given: '平', latin: ['He', 'Ping'], paper: [HAIDIAN, 71], ...staff('registrar', 'haidian-registry') },
  'registrar-gao': { part: 'registrar of the Haidian office', age: 43, family: '高', given: '峰', latin: ['Gao', 'Feng'], paper: [HAIDIAN, 73], ...staff('registrar', 'haidian-registry') },
  'registrar-lin': { part: 'registrar of the Chaoyang office', age: 46, family: '林', given: '红', latin: ['Lin', 'Hong'], paper: [CHAOYANG, 80], ...staff('registrar', 'chaoyang-registry') },
  'auditor-tang': { part: 'the auditor', age: 55, family: '唐', given: '明', latin: ['Tang', 'Ming'], paper: [CHAOYANG, 93], ...staff('auditor', 'audit-office') },
};

/** An account that the issuer vouches for with nothing. */
const UNVERIFIED: CastMember = { name: 'unverified', part: 'an account without a verified identity', acr: 'al2', identity: null, duty: null };

/** Everybody, of the ages that the table says on `today`. */
export const castOf = (today: CalendarDate): readonly CastMember[] => [...Object.entries(LINES).map(([name, line], index) => member(name, line, today, index)), UNVERIFIED];

function member(name: string, line: Line, today: CalendarDate, index: number): CastMember {
  const { part, family, given, latin = [null, null], phone = null, acr = 'al2', duty = null } = line;
  const birthDate = bornBefore(today, line.age, 30 + ((index * 37) % 300));
  const paper = line.paper;
  const document: IdentityDocument = 'type' in paper ? paper : { type: 'resident-id', state: 'CN', number: residentId(paper[0], birthDate, paper[1]) };
  const [familyLatin, givenLatin] = latin;
  return { name, part, acr, identity: { name: { family, given, familyLatin, givenLatin: givenLatin ?? null }, document, birthDate, phone }, duty };
}

/** The day somebody was born who turned `age` some days ago. */
function bornBefore(today: CalendarDate, age: number, days: number): CalendarDate {
  const born = new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000);
  born.setUTCFullYear(born.getUTCFullYear() - age);
  return born.toISOString().slice(0, 10);
}

/** GB 11643: district, birth date, sequence, check character. */
function residentId(district: string, birthDate: CalendarDate, sequence: number): string {
  const digits = `${district}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return `${digits}${checkCharacter(digits)}`;
}
