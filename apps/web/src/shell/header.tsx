import { Link } from 'react-router';
import { preferElder, useElder } from '../data/preferences.js';
import { type Session, signOut } from '../sign-in/session.js';
import { useSession } from '../sign-in/use-session.js';
import seal from '../style/seal.svg';
import { LANGUAGES, LOCALE, speak, useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { shellWords } from './words.js';

/** Who we are, the language, the size, and the way out. */
export function Header() {
  const say = useWords(shellWords);
  const elder = useElder();
  const session = useSession();
  return (
    <header className="top">
      <Link className="brand" to="/">
        <img src={seal} alt="" width="36" height="36" /> {say('name')}
      </Link>
      <div className="settings">
        <LanguageChoice />
        <button className="quiet" onClick={() => preferElder(!elder)}>
          {say(elder ? 'elderOff' : 'elderOn')}
        </button>
        {canSignOut(session) ? (
          <button className="quiet" onClick={signOut}>
            {say('signOut')}
          </button>
        ) : null}
      </div>
    </header>
  );
}

/** Whose time has run out may still be known to the issuer: whoever sits here next could be let in as them. */
const canSignOut = (session: Session): boolean => session.kind === 'in' || (session.kind === 'over' && session.why === 'run-out');

/** The other language, in its own words, so that whoever can't read the page finds theirs. */
function LanguageChoice() {
  const say = useWords(shellWords);
  const current = useLanguage();
  return LANGUAGES.filter((language) => language !== current).map((language) => (
    <button key={language} className="quiet" lang={LOCALE[language]} onClick={() => void speak(language)}>
      {say(language)}
    </button>
  ));
}
