import type { Assurance } from '../../../libs/application/request.js';
import type { CastMember } from '../cast.js';

/** How the pages look: plain, large, light and dark by the system. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1c2430;--paper:#f7f5f0;--card:#fff;--line:#8a8f98;--soft:#4d5662;--act:#174a6b}
@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#14181e;--card:#1e242c;--line:#7d8794;--soft:#b5bcc6;--act:#8fc4e6}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem}h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
.note{color:var(--soft);margin:0 0 1rem}ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
button{font:inherit;min-height:3rem;padding:.6rem .9rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card);color:var(--ink);cursor:pointer}
li button{width:100%;height:100%;text-align:left;display:block}li span{display:block}li .part{color:var(--soft);font-size:.9375rem}button:hover{border-color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}fieldset{border:1px solid var(--line);border-radius:.6rem;margin:0;padding:.5rem 1rem .75rem}
label{display:block;padding:.3rem 0;min-height:2rem}input{width:1.2rem;height:1.2rem;vertical-align:-.15rem;margin-right:.5rem}`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** A whole page; `body` is markup. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${text(title)}</h1>${body}</main></body>
</html>
`;

const nameOf = ({ identity, name }: CastMember): string => (identity === null ? name : `${identity.name.family ?? ''}${/\p{Script=Han}/u.test(identity.name.given) ? '' : ' '}${identity.name.given}`.trim());

const choice = (member: CastMember): string =>
  `<li><button name="name" value="${text(member.name)}"><span><strong lang="zh">${text(nameOf(member))}</strong> ${text(member.name)}</span><span class="part">${text(member.part)}</span></button></li>`;

const group = (title: string, members: readonly CastMember[]): string => `<h2>${text(title)}</h2><ul>${members.map(choice).join('')}</ul>`;

const STRENGTHS: readonly (readonly [value: '' | Assurance, label: string])[] = [
  ['', 'as each of them usually does'],
  ['al1', 'with one factor (al1)'],
  ['al2', 'with two factors (al2)'],
  ['al3', 'with two factors, one that cannot be phished (al3)'],
];

/** Where somebody of the cast is picked. `asked`: how strongly they should sign in. */
export function castPage(cast: readonly CastMember[], asked: Assurance | undefined): string {
  const levels = STRENGTHS.map(([value, label]) => `<label><input type="radio" name="acr" value="${value}"${value === (asked ?? '') ? ' checked' : ''}>${text(label)}</label>`);
  const staff = cast.filter(({ duty }) => duty !== null);
  return page(
    'Who are you today?',
    `<p class="note">The development issuer: everybody here is invented, and nobody needs a password.</p><form method="post"><fieldset><legend>They sign in</legend>${levels.join('')}</fieldset>` +
      `${group('Citizens', cast.filter(({ duty }) => duty === null))}${group('Staff', staff)}</form>`,
  );
}

/** Where somebody who is signed in shows a second factor. */
export const confirmPage = (member: CastMember, asked: Assurance): string =>
  page(
    'Confirm that it is you',
    `<p>You are signed in as <strong>${text(nameOf(member))}</strong> (${text(member.name)}). What you are about to do asks for ${asked === 'al3' ? 'a factor that cannot be phished' : 'a second factor'}.</p>` +
      `<form method="post"><input type="hidden" name="acr" value="${asked}"><p><button name="name" value="${text(member.name)}" autofocus>Confirm (${asked})</button></p></form>`,
  );
