import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.apache.calcite.avatica.server.AvaticaServerConfiguration;
import org.apache.calcite.avatica.server.ServerCustomizer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.HBaseConfiguration;
import org.apache.hadoop.hbase.LocalHBaseCluster;
import org.apache.hadoop.hbase.zookeeper.MiniZooKeeperCluster;
import org.apache.phoenix.queryserver.server.QueryServer;
import org.apache.phoenix.queryserver.server.ServerCustomizersFactory;
import org.eclipse.jetty.security.ConstraintMapping;
import org.eclipse.jetty.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Constraint;
import org.eclipse.jetty.util.security.Credential;

/**
 * A real Apache Phoenix in one process, on loopback: ZooKeeper, HBase, and one Phoenix Query Server for each listener.
 *
 * Arguments: data folder, file of SQL statements, number of extra views, key store (or "-"), then listeners. A listener is
 * "port", "port,basic", "port,tls" or "port,json", in any combination. Prints "zookeeper PORT",
 * "listening PORT" for each listener, and "ready" when all of them answer. It stops when its standard input ends.
 */
public final class PhoenixLauncher implements ServerCustomizersFactory {
  static final String USER = "admin";
  static final String PASSWORD = "phoenix-password";
  private static final String BASIC = "launcher.basic";
  private static final int ROWS_OF_LARGE_TABLE = 100_000;

  public static void main(String[] args) throws Exception {
    File folder = new File(args[0]);
    Path sql = Path.of(args[1]);
    int views = Integer.parseInt(args[2]);
    String keyStore = args[3];
    List<String> listeners = List.of(args).subList(4, args.length);

    stopWithParent();
    try {
      start(folder, sql, views, keyStore, listeners);
    } catch (Throwable error) {
      // HBase threads would keep the process running after its work is done.
      error.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void start(File folder, Path sql, int views, String keyStore, List<String> listeners) throws Exception {
    Configuration conf = configure(folder);
    MiniZooKeeperCluster zooKeeper = new MiniZooKeeperCluster(conf);
    int zooKeeperPort = zooKeeper.startup(new File(folder, "zookeeper"));
    conf.set("hbase.zookeeper.quorum", "127.0.0.1");
    conf.setInt("hbase.zookeeper.property.clientPort", zooKeeperPort);

    LocalHBaseCluster hbase = new LocalHBaseCluster(conf, 1, 1);
    hbase.startup();
    while (hbase.getActiveMaster() == null || !hbase.getActiveMaster().isInitialized()) Thread.sleep(50);

    try (Connection connection = DriverManager.getConnection("jdbc:phoenix:127.0.0.1:" + zooKeeperPort + ":/hbase")) {
      connection.setAutoCommit(true);
      createTables(connection, sql);
      connection.setAutoCommit(false);
      fillLargeTable(connection);
      createViews(connection, views);
    }
    System.out.println("zookeeper " + zooKeeperPort);
    for (String listener : listeners) System.out.println("listening " + listen(conf, listener, keyStore));
    System.out.println("ready");
  }

  /** HBase threads survive a graceful stop, and the data is temporary, so the process exits at once. */
  private static void stopWithParent() {
    Thread watcher = new Thread(() -> {
      try {
        while (System.in.read() != -1) continue;
      } catch (java.io.IOException error) {
        // An input error counts as the end of the input.
      }
      Runtime.getRuntime().halt(0);
    });
    watcher.setDaemon(true);
    watcher.start();
  }

  private static Configuration configure(File folder) {
    Configuration conf = HBaseConfiguration.create();
    conf.set("hbase.rootdir", new File(folder, "hbase").toURI().toString());
    conf.set("hbase.tmp.dir", new File(folder, "tmp").getAbsolutePath());
    // The local file system does not support sync. That matters only for data that must survive a crash.
    conf.setBoolean("hbase.unsafe.stream.capability.enforce", false);
    conf.set("hbase.wal.provider", "filesystem");
    conf.set("hbase.regionserver.wal.codec", "org.apache.hadoop.hbase.regionserver.wal.IndexedWALEditCodec");
    for (String role : List.of("master", "regionserver")) {
      conf.setInt("hbase." + role + ".port", 0);
      conf.setInt("hbase." + role + ".info.port", -1);
      conf.set("hbase." + role + ".hostname", "127.0.0.1");
      conf.set("hbase." + role + ".ipc.address", "127.0.0.1");
    }
    conf.setInt("hbase.regionserver.msginterval", 100);
    conf.setInt("hbase.master.wait.on.regionservers.interval", 100);
    conf.setInt("hbase.master.wait.on.regionservers.mintostart", 1);
    conf.setInt("hbase.master.wait.on.regionservers.maxtostart", 1);
    conf.setInt("hbase.regionserver.handler.count", 10);
    // A start on a busy computer takes longer than HBase's limit of 30 s.
    conf.setInt("hbase.master.start.timeout.localHBaseCluster", 180_000);
    return conf;
  }

  private static void createTables(Connection connection, Path sql) throws Exception {
    String text = Files.readString(sql, StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    try (Statement statement = connection.createStatement()) {
      for (String command : text.split(";\\s*\\n")) {
        if (!command.isBlank()) statement.execute(command.trim());
      }
    }
  }

  private static void fillLargeTable(Connection connection) throws SQLException {
    String sql = "UPSERT INTO TELEMETRY.READINGS (DEVICE_ID, READING_NO, TEMPERATURE) VALUES (?, ?, ?)";
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      for (int row = 0; row < ROWS_OF_LARGE_TABLE; row++) {
        upsert.setString(1, String.format("device-%03d", row % 250));
        upsert.setLong(2, row);
        upsert.setDouble(3, row / 10.0);
        upsert.executeUpdate();
        if (row % 5_000 == 4_999) connection.commit();
      }
    }
    connection.commit();
  }

  private static void createViews(Connection connection, int count) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int view = 0; view < count; view++) {
        statement.execute(String.format("CREATE VIEW MANY.VIEW_%04d AS SELECT * FROM RETAIL.CUSTOMERS", view));
      }
    }
  }

  private static int listen(Configuration base, String listener, String keyStore) throws Exception {
    List<String> parts = List.of(listener.split(","));
    Configuration conf = new Configuration(base);
    conf.set("phoenix.queryserver.http.port", parts.get(0));
    conf.set("phoenix.queryserver.serialization", parts.contains("json") ? "JSON" : "PROTOBUF");
    conf.setBoolean(BASIC, parts.contains("basic"));
    if (parts.contains("tls")) {
      conf.setBoolean("phoenix.queryserver.tls.enabled", true);
      for (String kind : List.of("keystore", "truststore")) {
        conf.set("phoenix.queryserver.tls." + kind, keyStore);
        conf.set("phoenix.queryserver.tls." + kind + ".password", PASSWORD);
      }
    }
    QueryServer server = new QueryServer(new String[0], conf);
    Thread thread = new Thread(server, "query-server-" + parts.get(0));
    thread.setDaemon(true);
    thread.start();
    server.awaitRunning();
    return server.getPort();
  }

  /** By default, a query server listens on all interfaces and checks no passwords. This hook changes both. */
  @Override
  public List<ServerCustomizer<Server>> createServerCustomizers(Configuration conf, AvaticaServerConfiguration avatica) {
    List<ServerCustomizer<Server>> customizers = new ArrayList<>();
    customizers.add(PhoenixLauncher::listenOnLoopbackOnly);
    if (conf.getBoolean(BASIC, false)) customizers.add(PhoenixLauncher::askForPassword);
    return customizers;
  }

  private static void listenOnLoopbackOnly(Server server) {
    for (Connector connector : server.getConnectors()) ((ServerConnector) connector).setHost("127.0.0.1");
  }

  private static void askForPassword(Server server) {
    UserStore users = new UserStore();
    users.addUser(USER, Credential.getCredential(PASSWORD), new String[] {"user"});
    HashLoginService login = new HashLoginService("Phoenix");
    login.setUserStore(users);

    Constraint constraint = new Constraint(Constraint.__BASIC_AUTH, "user");
    constraint.setAuthenticate(true);
    ConstraintMapping everything = new ConstraintMapping();
    everything.setConstraint(constraint);
    everything.setPathSpec("/*");

    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    security.setAuthenticator(new BasicAuthenticator());
    security.setLoginService(login);
    security.setRealmName("Phoenix");
    security.addConstraintMapping(everything);
    security.setHandler(server.getHandler());
    server.setHandler(security);
  }
}
