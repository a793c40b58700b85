/** A variable that is wrong, and what it should be. Never its value: it may be a secret. */
export interface ConfigurationProblem {
  readonly variable: string;
  readonly expected: string;
}

/** Everything that is wrong with the configuration, at once. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly ConfigurationProblem[]) {
    super(['the configuration is wrong:', ...problems.map(({ variable, expected }) => `  ${variable} must be ${expected}`)].join('\n'));
    this.name = 'ConfigurationError';
  }
}
