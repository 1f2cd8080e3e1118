// The page.
export const ClientsPage = () => <h1>ClientsPage</h1>
