// Says which mutant nobody noticed as soon as that is known: a run may take hours, and may be cut.
import { relative } from 'node:path';

const WORDS = { Survived: '', NoCoverage: '(no test) ' };

export class Unnoticed {
  onMutantTested({ fileName, location: { start }, mutatorName, replacement, status }) {
    const word = WORDS[status];
    if (word !== undefined) console.log(`${relative('.', fileName)}:${start.line}:${start.column} ${mutatorName} ${word}-> ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`);
  }
}
