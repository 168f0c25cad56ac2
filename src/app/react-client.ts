/** Vite puts this into the file of React, which runs it before the other files have arrived (vite.config.ts). */
export { createRoot, hydrateRoot, type Root } from 'react-dom/client';
