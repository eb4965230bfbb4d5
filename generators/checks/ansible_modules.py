"""The arguments of the Ansible modules that playbooks here use, by `ansible-doc`; the first in braces must be there."""

from collections.abc import Mapping


def _arguments(needed: str, more: str = "") -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(needed.split()), frozenset(needed.split()) | frozenset(more.split())


_FILE = "mode owner group attributes selevel serole setype seuser unsafe_writes"
_COPY = f"backup checksum content decrypt directory_mode follow force local_follow remote_src src validate {_FILE}"
_TEMPLATE = (
    "backup block_end_string block_start_string comment_end_string comment_start_string follow force lstrip_blocks newline_sequence"
    f" output_encoding trim_blocks validate variable_end_string variable_start_string {_FILE}"
)
_APT = (
    "allow_change_held_packages allow_downgrade allow_unauthenticated autoclean autoremove auto_install_module_deps"
    " cache_valid_time"
    " clean deb default_release dpkg_options fail_on_autoremove force force_apt_get install_recommends lock_timeout name"
    " only_upgrade policy_rc_d purge state update_cache update_cache_retries update_cache_retry_max_delay upgrade"
)
_DNF = (
    "allow_downgrade allowerasing autoremove best bugfix cacheonly conf_file disable_excludes disable_gpg_check disable_plugin"
    " disablerepo download_dir download_only enable_plugin enablerepo exclude install_repoquery install_weak_deps installroot list"
    " lock_timeout name nobest releasever security skip_broken sslverify state update_cache update_only use_backend validate_certs"
)
_DEB822 = (
    "allow_downgrade_to_insecure allow_insecure allow_weak architectures by_hash check_date check_valid_until components"
    " date_max_future enabled exclude include inrelease_path install_python_debian languages mode pdiffs signed_by state suites"
    " targets trusted types uris"
)
_USER = (
    "append authorization comment create_home expires force generate_ssh_key group groups hidden home local login_class"
    " move_home non_unique password password_expire_account_disable password_expire_max password_expire_min password_expire_warn"
    " password_lock profile remove role seuser shell skeleton ssh_key_bits ssh_key_comment ssh_key_file ssh_key_passphrase"
    " ssh_key_type state system uid uid_max uid_min umask update_password"
)
_GIT = (
    "accept_hostkey accept_newhostkey archive archive_prefix bare clone depth executable force gpg_allowlist key_file"
    " recursive reference refspec remote separate_git_dir single_branch ssh_opts track_submodules umask update verify_commit"
    " version"
)
_PIP = (
    "break_system_packages chdir editable executable extra_args name requirements state umask version virtualenv"
    " virtualenv_command virtualenv_python virtualenv_site_packages"
)
_URI = (
    "attributes backup body body_format ca_path ciphers client_cert client_key creates decompress dest follow_redirects force"
    " force_basic_auth headers http_agent method remote_src removes return_content src status_code timeout unix_socket"
    " unredirected_headers url_password url_username use_gssapi use_netrc use_proxy validate_certs"
)
_CRON = "backup cron_file day disabled env hour insertafter insertbefore job minute month special_time state user weekday"

MODULES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "ansible.builtin.apt": _arguments("", _APT),
    "ansible.builtin.dnf": _arguments("", _DNF),
    "ansible.builtin.deb822_repository": _arguments("name", _DEB822),
    "ansible.builtin.yum_repository": _arguments(
        "name",
        "baseurl description enabled file gpgcheck gpgkey metalink mirrorlist module_hotfixes priority repo_gpgcheck sslverify"
        " state",
    ),
    "ansible.builtin.user": _arguments("name", _USER),
    "ansible.builtin.group": _arguments("name", "force gid gid_max gid_min local non_unique state system"),
    "ansible.builtin.file": _arguments(
        "path", f"access_time access_time_format follow force modification_time modification_time_format recurse src state {_FILE}"
    ),
    "ansible.builtin.copy": _arguments("dest", _COPY),
    "ansible.builtin.template": _arguments("src dest", _TEMPLATE),
    "ansible.builtin.lineinfile": _arguments(
        "path",
        f"backrefs backup create encoding firstmatch insertafter insertbefore line regexp search_string state validate {_FILE}",
    ),
    "ansible.builtin.git": _arguments("repo dest", _GIT),
    "ansible.builtin.pip": _arguments("", _PIP),
    "ansible.builtin.systemd_service": _arguments("", "daemon_reexec daemon_reload enabled force masked name no_block scope state"),
    "ansible.builtin.service": _arguments("name", "arguments enabled pattern runlevel sleep state use"),
    "ansible.builtin.get_url": _arguments(
        "url dest", f"checksum force headers timeout url_username url_password validate_certs {_FILE}"
    ),
    "ansible.builtin.uri": _arguments("url", _URI),
    "ansible.builtin.wait_for": _arguments(
        "", "active_connection_states connect_timeout delay exclude_hosts host msg path port search_regex sleep state timeout"
    ),
    "ansible.builtin.cron": _arguments("name", _CRON),
    "ansible.builtin.stat": _arguments(
        "path", "checksum_algorithm follow get_attributes get_checksum get_mime get_selinux_context"
    ),
    "ansible.builtin.reboot": _arguments(
        "",
        "boot_time_command connect_timeout msg post_reboot_delay pre_reboot_delay reboot_command reboot_timeout search_paths"
        " test_command",
    ),
    "ansible.builtin.command": _arguments(
        "", "argv chdir cmd creates expand_argument_vars removes stdin stdin_add_newline strip_empty_ends"
    ),
    "ansible.builtin.shell": _arguments("", "chdir cmd creates executable removes stdin stdin_add_newline"),
    "ansible.builtin.assert": _arguments("that", "fail_msg quiet success_msg"),
    "ansible.builtin.debug": _arguments("", "msg var verbosity"),
    "ansible.builtin.ping": _arguments("", "data"),
    "ansible.posix.authorized_key": _arguments(
        "user key", "comment exclusive follow key_options manage_dir path state validate_certs"
    ),
    "community.general.ufw": _arguments(
        "",
        "comment default delete direction from from_ip from_port if insert insert_relative_to interface interface_in"
        " interface_out log"
        " logging name policy port proto route rule src state to to_ip to_port dest",
    ),
}
# Modules whose argument is a text of its own.
FREE_FORM = frozenset(
    f"ansible.builtin.{name}"
    for name in "meta command shell include_tasks import_tasks include_role import_role set_fact fail setup".split()
)
PLAY = frozenset(
    "any_errors_fatal become become_flags become_method become_user check_mode collections connection diff environment fact_path"
    " force_handlers gather_facts gather_subset gather_timeout handlers hosts ignore_errors ignore_unreachable max_fail_percentage"
    " module_defaults name no_log order port post_tasks pre_tasks remote_user roles run_once serial strategy tags tasks throttle"
    " timeout vars vars_files vars_prompt".split()
)
TASK = frozenset(
    "action any_errors_fatal args async become become_flags become_method become_user changed_when check_mode collections"
    " connection debugger delay delegate_facts delegate_to diff environment failed_when ignore_errors ignore_unreachable listen"
    " local_action loop loop_control module_defaults name no_log notify poll port register remote_user retries run_once tags"
    " throttle timeout until vars when block rescue always".split()
)
