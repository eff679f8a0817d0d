# Two images: `temporal` (server and CLI, built from the pinned modules) and `muster` (API and worker).

FROM golang:1.26-bookworm AS temporal-build
WORKDIR /src
COPY tools/temporal/go.mod tools/temporal/go.sum cli/
COPY tools/temporal-server/go.mod tools/temporal-server/go.sum server/
ENV CGO_ENABLED=0 GOFLAGS="-trimpath -buildvcs=false"
RUN go build -C cli -ldflags "-s -w" -o /out/temporal github.com/temporalio/cli/cmd/temporal
RUN go build -C server -ldflags "-s -w" -o /out/temporal-server go.temporal.io/server/cmd/server \
 && go build -C server -ldflags "-s -w" -o /out/temporal-sql-tool go.temporal.io/server/cmd/tools/sql

FROM debian:bookworm-slim AS temporal
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 7000 temporal
COPY --from=temporal-build /out/ /usr/local/bin/
COPY tools/temporal-server/start.sh /usr/local/bin/start-temporal
COPY tools/temporal/dynamicconfig.yaml /etc/temporal/dynamicconfig.yaml
USER 7000
EXPOSE 7233
CMD ["start-temporal"]

FROM node:20-bookworm-slim AS muster-build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:20-bookworm-slim AS muster
WORKDIR /app
ENV NODE_ENV=production
# The Temporal client trusts what the system trusts, and the base image trusts nobody.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 7000 --create-home muster && install -d -o muster -g muster -m 700 /data \
 && ln -s /app/bin/muster.mjs /usr/local/bin/muster
COPY --from=muster-build /app/package.json ./
COPY --from=muster-build /app/node_modules node_modules
COPY --from=muster-build /app/dist dist
COPY bin bin
COPY plans plans
USER 7000
EXPOSE 7460
CMD ["node", "dist/server.js"]
