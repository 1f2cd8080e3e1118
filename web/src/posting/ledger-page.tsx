// The page.
export const LedgerPage = () => <h1>LedgerPage</h1>
