// The arrows of ARCHITECTURE.md as dependency-cruiser reads them; `tools/check-arrows.ts` runs it over the whole house.
const { forbidden } = require('./tools/generated.arrows.cjs')

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // What was built is no source.
    exclude: { path: '^web/dist/' },
    // Without this an `import type` is no arrow.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
