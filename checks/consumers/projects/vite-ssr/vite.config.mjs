/** Everything in one bundle, but the database with its native part. */
export default { ssr: { noExternal: true, external: ['libsql'] } };
