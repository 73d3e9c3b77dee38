package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlGroupTest {
  private static final String SECOND = Fixture.read("mountinfo-v2.txt").toString();
  private static final String FIRST = Fixture.read("mountinfo-v1.txt").toString();

  @Test
  void groupOfVersion2LiesBelowItsMountPoint() {
    List<ControlGroup> groups = ControlGroup.find("0::/user.slice/app.scope\n", SECOND);

    assertThat(groups)
        .containsExactly(
            new ControlGroup(
                2, Path.of("/sys/fs/cgroup/user.slice/app.scope"), Path.of("/sys/fs/cgroup")));
    assertThat(groups.getFirst().directories())
        .containsExactly(
            Path.of("/sys/fs/cgroup/user.slice/app.scope"),
            Path.of("/sys/fs/cgroup/user.slice"),
            Path.of("/sys/fs/cgroup"));
  }

  @Test
  void insideAContainerThePathIsCountedFromTheRootOfTheMount() {
    String groups = "4:memory:/docker/abc\n3:cpu,cpuacct:/docker/abc/job\n0::/\n";

    assertThat(ControlGroup.find(groups, FIRST))
        .containsExactly(
            new ControlGroup(
                1,
                Path.of("/sys/fs/cgroup/cpu,cpuacct/job"),
                Path.of("/sys/fs/cgroup/cpu,cpuacct")),
            new ControlGroup(
                2, Path.of("/sys/fs/cgroup/unified"), Path.of("/sys/fs/cgroup/unified")));
  }

  @Test
  void groupOutsideOfTheMountIsSeenAtItsMountPoint() {
    assertThat(ControlGroup.find("3:cpu,cpuacct:/../other\n", FIRST).getFirst().directory())
        .isEqualTo(Path.of("/sys/fs/cgroup/cpu,cpuacct"));
  }

  @Test
  void quotaIsGrantedTimeOverPeriod() {
    assertThat(ControlGroup.quota(ProcText.of("150000 100000\n"))).hasValue(1.5);
    assertThat(ControlGroup.quota(ProcText.of("50000\n"), ProcText.of("100000\n"))).hasValue(0.5);
  }

  @Test
  void noLimitIsNoQuota() {
    assertThat(ControlGroup.quota(ProcText.of("max 100000\n"))).isEmpty();
    assertThat(ControlGroup.quota(ProcText.of("-1\n"), ProcText.of("100000\n"))).isEmpty();
  }

  @Test
  void throttledTimeIsReadInTheUnitOfEachVersion() {
    String second = "usage_usec 10\nnr_periods 4\nnr_throttled 2\nthrottled_usec 430\n";
    String first = "nr_periods 4\nnr_throttled 2\nthrottled_time 430000\n";

    assertThat(ControlGroup.throttledNanos(ProcText.of(second))).hasValue(430_000);
    assertThat(ControlGroup.throttledNanos(ProcText.of(first))).hasValue(430_000);
    assertThat(ControlGroup.throttledNanos(ProcText.of("usage_usec 10\n"))).isEmpty();
  }
}
