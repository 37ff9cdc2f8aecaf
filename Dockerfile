# De toepassing: werkers, uitrol, post en beheer. De engine draait in een eigen container (docker-compose.yml).
FROM node:22-bookworm-slim
ENV NODE_ENV=production TZ=Europe/Amsterdam
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY lint ./lint
RUN npm ci --omit=dev && mkdir data && chown node:node data
COPY . .
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/gezondheid').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "start.ts"]
