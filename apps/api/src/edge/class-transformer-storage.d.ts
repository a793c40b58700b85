/** The package ships this file without types; class-validator-jsonschema needs the storage to know the classes of nested fields. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, property: string): { readonly typeFunction: () => unknown } | undefined;
  };
}
