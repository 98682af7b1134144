# 编译：better-sqlite3 和 hnswlib-node 要 python3、make 和 g++，这个镜像里都有。
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
RUN node --input-type=module -e "import { install } from './scripts/prepare.mjs'; install();"
COPY . .
# onnxruntime-node 带着五个平台的库，共 290 MB，只留这个镜像的。
RUN npm run build && npm prune --omit=dev --ignore-scripts \
  && find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 -type d \
    ! -path "*/$(node -p 'process.platform + "/" + process.arch')" -exec rm -rf {} +

# 运行：没有编译工具，不用 root。
FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/beian
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
COPY --from=build /app/models ./models
COPY --from=build /app/web/page ./web/page
COPY --from=build /app/web/answer ./web/answer
RUN install -d -o node -g node -m 700 /var/lib/beian
USER node
VOLUME /var/lib/beian
EXPOSE 3000
# 第一次启动要准备一两分钟。
HEALTHCHECK --interval=10s --timeout=5s --start-period=5m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
