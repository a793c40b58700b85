// Fails where the lock file leaves out a platform package (npm does so silently, and `npm ci` then stops on that platform) or names where packages are fetched from.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const locked = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).filter((name) => !locked.has(name)).map((name) => `${path || 'package.json'} wants ${name}, which is not in package-lock.json`),
);
const sourced = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined).map(([path]) => `${path} names where it was fetched from`);
const faults = [...missing, ...sourced];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
