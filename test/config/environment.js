import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

/** A world whose global is an object like any other. */
const plain = (_sandbox, options) => createContext(vm.constants.DONT_CONTEXTIFY, options);

/**
 * Node's environment, in a plain world. Jest's own puts a proxy behind the global, to let go of what a suite left there: then each `Buffer` and each `Map` in the code is looked up by way of it, at every use, and whatever
 * computes takes a third longer. What is left over goes with the worker (`workerIdleMemoryLimit`).
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    vm.createContext = plain;
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
