// The page.
export const RemittancesPage = () => <h1>RemittancesPage</h1>
